using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Recoup.Catalogs.Json;

/// <summary>
/// A JSON text (RFC 8259) in which every value has a position. Diagnostics need positions, and <see cref="JsonDocument"/> has none.
/// </summary>
/// <remarks>
/// The tokens lie in one flat array in document order; a value is an index into it. Parsing is linear in the text's length.
/// </remarks>
internal sealed class PositionedJson
{
    /// <summary>The nesting depth beyond which a text is refused.</summary>
    public const int MaxDepth = 256;

    private readonly Lazy<LineMap> _lines;

    private readonly TokenList _list;

    private PositionedJson(ReadOnlyMemory<byte> utf8, TokenList tokens, Lazy<LineMap> lines)
    {
        Utf8 = utf8;
        Tokens = tokens.ToItems();
        _list = tokens;
        _lines = lines;
    }

    /// <summary>The text as UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The outermost value.</summary>
    public PositionedElement Root => new(this, 0);

    /// <summary>The objects and arrays that were emptied, because they are nested deeper than <see cref="MaxDepth"/>, in order.</summary>
    public IEnumerable<PositionedElement> Pruned => _list.Pruned.Select(index => new PositionedElement(this, index));

    /// <summary>The tokens, and unused items behind them.</summary>
    internal Token[] Tokens { get; }

    /// <summary>Parses a text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="error">Why the text is not JSON, or null.</param>
    /// <returns>
    /// The document, or null if the text has no value. If the text has an error, the values before it, with open containers closed.
    /// </returns>
    public static PositionedJson? Parse(string json, out JsonSyntaxError? error) => Parse(Encoding.UTF8.GetBytes(json), out error);

    /// <inheritdoc cref="Parse(string, out JsonSyntaxError?)"/>
    /// <param name="utf8">The text as UTF-8; a byte order mark is passed over.</param>
    /// <param name="error">Why the text is not JSON, or null.</param>
    /// <param name="cancellation">Cancels the work every few kilobytes.</param>
    public static PositionedJson? Parse(
        ReadOnlyMemory<byte> utf8, out JsonSyntaxError? error, CancellationToken cancellation = default) =>
        Parse(utf8, prunes: false, out error, cancellation);

    /// <summary>Parses a text. Objects and arrays that are nested too deeply are empty and listed in <see cref="Pruned"/>.</summary>
    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte}, out JsonSyntaxError?, CancellationToken)"/>
    public static PositionedJson? ParsePruned(
        ReadOnlyMemory<byte> utf8, out JsonSyntaxError? error, CancellationToken cancellation = default) =>
        Parse(utf8, prunes: true, out error, cancellation);

    /// <summary>
    /// The value that starts at a byte of the text, or null if it is not whole. Its positions are those in the text, and containers that
    /// are nested too deeply are listed in <see cref="Pruned"/>.
    /// </summary>
    /// <param name="offset">The first byte of the value.</param>
    /// <param name="error">Why the value is not JSON, or null.</param>
    /// <param name="cancellation">Cancels the work every few kilobytes.</param>
    public PositionedJson? ReadAt(int offset, out JsonSyntaxError? error, CancellationToken cancellation)
    {
        var tokens = PositionedJsonReader.Read(Utf8, offset, prunes: true, out error, cancellation);
        return error is null && tokens.Count > 0 ? new PositionedJson(Utf8, tokens, _lines) : null;
    }

    /// <summary>The first of the emptied containers in a value, or null.</summary>
    /// <param name="value">The value.</param>
    public PositionedElement? FirstPruned(PositionedElement value)
    {
        var (low, high) = (0, _list.Pruned.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tokens[_list.Pruned[middle]].Offset < value.Offset ? (middle + 1, high) : (low, middle);
        }

        return low < _list.Pruned.Count && new PositionedElement(this, _list.Pruned[low]) is var first
            && first.Offset < value.Offset + value.Length ? first : null;
    }

    /// <summary>Whether an error in the text closed a container.</summary>
    /// <param name="index">The token of the container.</param>
    internal bool IsCut(int index) => _list.Cut.Contains(index);

    /// <summary>The line and column of a byte of <see cref="Utf8"/>.</summary>
    /// <param name="offset">The byte, from 0 to the text's length.</param>
    public TextPosition PositionOf(int offset) => _lines.Value.PositionOf(offset);

    /// <summary>The place of a part of <see cref="Utf8"/>.</summary>
    /// <param name="offset">Its first byte.</param>
    /// <param name="length">Its length in bytes.</param>
    public TextRange RangeOf(int offset, int length) => new(PositionOf(offset), PositionOf(offset + length));

    /// <summary>The line and column of a byte of a text that need not be JSON.</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <param name="offset">The byte, from 0 to the text's length.</param>
    public static TextPosition PositionIn(ReadOnlyMemory<byte> utf8, int offset) => new LineMap(utf8).PositionOf(offset);

    private static PositionedJson? Parse(
        ReadOnlyMemory<byte> utf8, bool prunes, out JsonSyntaxError? error, CancellationToken cancellation)
    {
        if (utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            utf8 = utf8[3..];
        var tokens = PositionedJsonReader.Read(utf8, 0, prunes, out error, cancellation);
        return tokens.Count == 0 ? null : new PositionedJson(Emptied(utf8, tokens), tokens, new Lazy<LineMap>(() => new LineMap(utf8)));
    }

    // The text stays the text of its values: what is between the brackets becomes white space, and every other byte keeps its place.
    private static ReadOnlyMemory<byte> Emptied(ReadOnlyMemory<byte> utf8, TokenList tokens)
    {
        if (tokens.Pruned.Count == 0)
            return utf8;
        var text = utf8.ToArray();
        foreach (var index in tokens.Pruned)
            text.AsSpan(tokens[index].Offset + 1, Math.Max(0, tokens[index].Length - 2)).Fill((byte)' ');
        return text;
    }

    /// <summary>One value or property name. Objects hold name, value, name, value …; arrays hold values.</summary>
    /// <param name="Kind">The kind; a property name counts as a string.</param>
    /// <param name="Offset">Its first byte, quotes included.</param>
    /// <param name="Length">Its length in bytes, quotes and brackets included.</param>
    /// <param name="Next">The token behind the value and all it holds.</param>
    /// <param name="Escaped">Whether a string holds escape sequences.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Token(JsonValueKind Kind, int Offset, int Length, int Next, bool Escaped);
}
