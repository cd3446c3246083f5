/** One message of about 3,000 characters, as some people write them. */
export const longStory = `Dear Juniper & Vale,

I hope you do not mind a longer letter. My son gave me this telephone and told me that one writes short things on it, but I have never in my life managed to explain anything properly in one line, and I do not intend to begin at seventy-eight.

In October I ordered from you the green teapot, two tins of the smoky tea and one of the candles that smell of rain (my order is {order}, your young lady on the telephone was so kind as to find it for me). Everything arrived within the week, beautifully packed, with a small drawing of a fox on the slip. I have kept the drawing. So far, so very good.

Now to the matter itself. On the Sunday I had Mr Pettifer to tea, who is our organist and a man of strong opinions. He took one look at the teapot, lifted it, turned it round, and declared that the handle sat crooked. I told him that it was made by hand. He told me that he had hands too. We did not speak for the length of one scone.

After he had gone I put the green teapot on the windowsill next to my mother's brown one, and I am sorry to say that Mr Pettifer, who is wrong about nearly everything including the tempo of the Magnificat, appears to be right about this. The handle leans to the left, by about the width of a pencil. It pours perfectly well. It does not drip, which is more than can be said of my mother's. But every time I look at it I now hear Mr Pettifer, and that is not what one wants from a teapot in the morning.

I turned it so that the handle points at the wall. Then I could not see the little leaf on the side, which is the reason why I bought it. I turned it back. There was Mr Pettifer again. I put a cosy over it, the one with the hens, and found that one cannot very well enjoy a green teapot underneath a knitted hen. That was on Tuesday, and on Wednesday I decided to write to you.

So this is my question, and I do apologise that it comes so late in the letter. Is it possible to exchange the teapot for one whose handle is straight, or are they all a little like this, in which case I shall tell Mr Pettifer so, with your authority, and there will be an end of it? I do not want my money back. I would gladly pay the postage. I would even take it as it is if you could tell me that the person who made it was having a particularly happy day, because then I should think of that instead.

One more thing while I am writing. The rain candle is the best thing I have smelt since the summer of 1961, when we had the hay in just before the storm broke over the fell and stood in the barn door, all seven of us, and nobody said a word. I did not know that one could put that into a jar. Please tell whoever did it.

With my kind regards, and a biscuit for the dog that I am told helps with the packing,

Winifred Tarn (Mrs)

P.S. My son has just read this over my shoulder and says that nobody will read to the end. I told him that people who draw foxes on packing slips read to the end.`
