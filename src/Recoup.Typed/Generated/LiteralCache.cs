using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>
/// The UTF-8 forms of string literals, found by reference: a literal is one object per process. The cache has a fixed size, and a literal
/// replaces the one that has its place. Entries are immutable, so a race costs only a second encoding.
/// </summary>
internal static class LiteralCache
{
    private const int Size = 1024;

    private static readonly Entry?[] Names = new Entry?[Size];
    private static readonly Entry?[] Constants = new Entry?[64];

    /// <summary>Returns a name as it is written into calls.</summary>
    public static JsonEncodedText Name(string literal)
    {
        ref var place = ref Names[RuntimeHelpers.GetHashCode(literal) & (Size - 1)];
        var entry = Volatile.Read(ref place);
        if (entry is null || !ReferenceEquals(entry.Literal, literal))
            Volatile.Write(ref place, entry = new Entry(literal, JsonEncodedText.Encode(literal, CallJson.Writing.Encoder), []));
        return entry.Name;
    }

    /// <summary>Returns the JSON of a constant in the spelling that a call has after it was written and read as JSON.</summary>
    public static ReadOnlySpan<byte> Constant(string json)
    {
        ref var place = ref Constants[RuntimeHelpers.GetHashCode(json) & (Constants.Length - 1)];
        var entry = Volatile.Read(ref place);
        if (entry is null || !ReferenceEquals(entry.Literal, json))
            Volatile.Write(ref place, entry = new Entry(json, default, Canonical(json)));
        return entry.Constant;
    }

    private static byte[] Canonical(string json)
    {
        using var document = JsonDocument.Parse(json, CallJson.Reading);
        return CallJson.Bytes(document.RootElement);
    }

    private sealed record Entry(string Literal, JsonEncodedText Name, byte[] Constant);
}
