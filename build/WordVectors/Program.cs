using Recoup.AI.Toolbox.Ranking;
using WordVectors;

// Makes the table of word vectors of Recoup.AI. README.md tells what it is made from, and how.
// Arguments: WordNet's folder dict, a folder for what is slow to compute, the table.
if (args is not [var dictionary, var cache, var table])
{
    await Console.Error.WriteLineAsync("Usage: WordVectors WORDNET_DICT CACHE_FOLDER TABLE").ConfigureAwait(false);
    return 1;
}

const int Dimensions = 128;

using var teacher = new Teacher();
var sentences = WordNet.SentencesOf(dictionary);
var vectors = Cached.Vectors(Path.Combine(cache, "sentences"), sentences, teacher.Embed);
Linear.Normalize(vectors);
var mean = Linear.Mean(vectors);
Linear.Subtract(vectors, mean);

// Only pieces that a request in English can have.
var ids = Enumerable.Range(0, teacher.Vocabulary.Count).Where(id => Piece.IsWord(teacher.Vocabulary[id])).ToArray();
var pieces = ids.Select(id => teacher.Vocabulary[id]).ToArray();
var start = Cached.Vectors(Path.Combine(cache, "pieces"), pieces, teacher.EmbedPieces);
Linear.Subtract(start, Linear.Mean(start));
Linear.Normalize(start);
Linear.Scale(start, row => MathF.Log(1 + ids[row]));

var basis = Linear.PrincipalBasis(vectors, Dimensions);
vectors = Linear.Project(vectors, basis);
start = Linear.Project(start, basis);

var reader = new WordPieces(pieces);
var texts = sentences.Select(sentence => reader.Read(sentence, int.MaxValue).ToArray()).ToArray();
var fitted = LeastSquares.Fit(texts, vectors, start, loyalty: 1, iterations: 20);
Table.Write(table, pieces, fitted);
var cosine = LeastSquares.Cosine(texts, vectors, fitted);
await Console.Out.WriteLineAsync($"{pieces.Length} pieces, {sentences.Count} sentences, cosine {cosine:F3}").ConfigureAwait(false);
return 0;
