using System.Text;

namespace WordVectors;

/// <summary>Writes the table: README.md describes the format.</summary>
internal static class Table
{
    private const int Most = 7;

    public static void Write(string path, string[] pieces, float[][] vectors)
    {
        var vocabulary = Encoding.UTF8.GetBytes(string.Join('\n', pieces));
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write("RCWV"u8);
        writer.Write((ushort)1);
        writer.Write((ushort)vectors[0].Length);
        writer.Write(pieces.Length);
        writer.Write(vocabulary.Length);
        writer.Write(vocabulary);
        foreach (var vector in vectors)
        {
            var scale = (Half)Math.Max(1e-4f, vector.Max(MathF.Abs) / Most);
            writer.Write(scale);
            for (var i = 0; i < vector.Length; i += 2)
                writer.Write((byte)(Nibble(vector[i] / (float)scale) | (Nibble(vector[i + 1] / (float)scale) << 4)));
        }
    }

    private static int Nibble(float value) => Math.Clamp((int)MathF.Round(value), -Most, Most) + 8;
}
