using System.Runtime.InteropServices;

namespace WordVectors;

/// <summary>Keeps vectors of texts in files, because a model needs minutes for them. The vectors are in the order of the texts.</summary>
internal static class Cached
{
    /// <summary>The vectors of texts. Only those that the files lack are computed.</summary>
    public static float[][] Vectors(string path, IReadOnlyList<string> texts, Func<IReadOnlyList<string>, float[][]> compute)
    {
        var known = Read(path);
        var missing = texts.Where(text => !known.ContainsKey(text)).ToArray();
        if (missing.Length > 0)
        {
            foreach (var (text, vector) in missing.Zip(compute(missing)))
                known.Add(text, vector);
            Write(path, known);
        }

        return [.. texts.Select(text => known[text])];
    }

    private static Dictionary<string, float[]> Read(string path)
    {
        var known = new Dictionary<string, float[]>();
        if (!File.Exists(path + ".txt"))
            return known;
        using var stream = File.OpenRead(path + ".bin");
        foreach (var text in File.ReadLines(path + ".txt"))
        {
            var vector = new float[Teacher.Dimensions];
            stream.ReadExactly(MemoryMarshal.AsBytes(vector.AsSpan()));
            known.Add(text, vector);
        }

        return known;
    }

    private static void Write(string path, Dictionary<string, float[]> known)
    {
        using var stream = File.Create(path + ".bin");
        foreach (var vector in known.Values)
            stream.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        File.WriteAllLines(path + ".txt", known.Keys);
    }
}
