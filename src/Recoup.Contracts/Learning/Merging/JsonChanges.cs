using System.Text;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Learning.Printing;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>
/// Changes of values in a JSON text. Whatever is not changed keeps its bytes: white space, order, escapes and line ends. New parts follow
/// the layout of their neighbors.
/// </summary>
internal sealed class JsonChanges(PositionedJson document)
{
    private readonly Dictionary<int, JsonElement> _replaced = [];
    private readonly Dictionary<int, ContainerChange> _containers = [];
    private readonly SchemaText _layout = LayoutOf(document);
    private int[] _offsets = [];

    public bool IsEmpty => _replaced.Count == 0 && _containers.Count == 0;

    public void Replace(PositionedElement value, JsonElement by) => _replaced.TryAdd(value.Offset, by);

    /// <summary>Adds a member to an object, unless one was added with that name.</summary>
    /// <param name="container">The object.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="isSorted">Whether the member is put in its place if the members of the object are sorted by name.</param>
    public void Add(PositionedElement container, string name, JsonElement value, bool isSorted = false)
    {
        var change = Change(container);
        if (!change.Added.Exists(part => part.Name == name))
            change.Added.Add(new Part(name, value, isSorted));
    }

    /// <summary>Adds a member to an object, or replaces the value of the one that was added.</summary>
    public void Set(PositionedElement container, string name, JsonElement value)
    {
        Change(container).Added.RemoveAll(part => part.Name == name);
        Add(container, name, value);
    }

    /// <summary>Replaces a member of an object by another one.</summary>
    public void Rename(PositionedElement container, string name, string newName, JsonElement value)
    {
        Remove(container, name);
        Add(container, newName, value);
    }

    /// <summary>Adds an item to an array, unless an equal one was added.</summary>
    public void Add(PositionedElement container, JsonElement item)
    {
        var change = Change(container);
        if (!change.Added.Exists(part => JsonElement.DeepEquals(part.Value, item)))
            change.Added.Add(new Part(null, item, IsSorted: false));
    }

    /// <summary>Removes the members of an object with a name.</summary>
    public void Remove(PositionedElement container, string name) => Change(container).Removed.Add(name);

    /// <summary>Removes the items of an array that are a string.</summary>
    public void RemoveItem(PositionedElement container, string text) => Change(container).Removed.Add(text);

    /// <summary>The items of an array that stay; names of members for an object.</summary>
    public bool KeepsNothing(PositionedElement container)
    {
        if (!_containers.TryGetValue(container.Offset, out var change) || change.Added.Count > 0)
            return false;
        foreach (var item in container.EnumerateArray())
        {
            if (item.AsString() is not { } text || !change.Removed.Contains(text))
                return false;
        }

        return true;
    }

    /// <summary>The text with the changes.</summary>
    public byte[] Apply()
    {
        _offsets = [.. _replaced.Keys.Concat(_containers.Keys).Distinct().Order()];
        var text = new StringBuilder();
        var utf8 = document.Utf8.Span;
        text.Append(Encoding.UTF8.GetString(utf8[..document.Root.Offset]));
        Write(text, document.Root);
        text.Append(Encoding.UTF8.GetString(utf8[(document.Root.Offset + document.Root.Length)..]));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private ContainerChange Change(PositionedElement container)
    {
        if (!_containers.TryGetValue(container.Offset, out var change))
            _containers.Add(container.Offset, change = new ContainerChange([], new HashSet<string>(StringComparer.Ordinal)));
        return change;
    }

    private string Raw(int from, int to) => Encoding.UTF8.GetString(document.Utf8.Span[from..to]);

    private bool HasChange(PositionedElement value)
    {
        var index = Array.BinarySearch(_offsets, value.Offset);
        return index >= 0 || (~index < _offsets.Length && _offsets[~index] < value.Offset + value.Length);
    }

    private void Write(StringBuilder text, PositionedElement value)
    {
        if (_replaced.TryGetValue(value.Offset, out var replacement))
            text.Append(Print(replacement, MarginAt(value.Offset), IsOneLine(value.Offset)));
        else if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || !HasChange(value))
            text.Append(value.RawText);
        else
            WriteContainer(text, value, _containers.GetValueOrDefault(value.Offset) ?? ContainerChange.None);
    }

    private void WriteContainer(StringBuilder text, PositionedElement container, ContainerChange change)
    {
        var parts = PartsOf(container);
        // Lines may begin with a comma.
        var next = parts.Count > 1 && parts[1].Before.Contains('\n', StringComparison.Ordinal) ? parts[1] : null;
        var isMultiline = parts.Count == 0
            ? !IsOneLine(container.Offset)
            : next is not null || parts[0].Lead.Contains('\n', StringComparison.Ordinal);
        var margin = MarginAt(container.Offset);
        var lead = parts.Count > 0 && isMultiline ? parts[0].Lead : isMultiline ? _layout.NewLine + margin + _layout.Indent : "";
        var line = next?.Before ?? lead;
        var inner = line[(line.LastIndexOf('\n') + 1)..];
        var isSorted = IsSorted(parts);
        var written = parts.Where(part => !change.Removed.Contains(part.Name))
            .Select(part => (part.Name, Before: part == parts[0] ? next?.Before ?? "" : part.Before, part.Lead, Text: Body(part))).ToList();
        foreach (var added in change.Added)
        {
            var name = added.Name is null ? "" : SchemaText.Quote(added.Name) + ": ";
            var at = added.IsSorted && isSorted
                ? written.FindIndex(part => string.CompareOrdinal(part.Name, added.Name) > 0)
                : -1;
            at = at < 0 ? written.Count : at;
            var value = Print(added.Value, inner, !isMultiline, added.Name == "type");
            var addedLead = at == 0 ? lead : next?.Lead ?? (isMultiline ? lead : " ");
            written.Insert(at, (added.Name ?? "", next?.Before ?? "", addedLead, name + value));
        }

        text.Append((char)document.Utf8.Span[container.Offset]);
        for (var i = 0; i < written.Count; i++)
            text.Append(i == 0 ? "" : written[i].Before + ",").Append(written[i].Lead).Append(written[i].Text);

        var end = container.Offset + container.Length - 1;
        if (written.Count > 0)
            text.Append(parts.Count > 0 ? Raw(parts[^1].End, end).TrimStart(',') : isMultiline ? _layout.NewLine + margin : "");
        text.Append((char)document.Utf8.Span[end]);
    }

    private string Body(ExistingPart part)
    {
        var text = new StringBuilder(Raw(part.Start, part.Value.Offset));
        Write(text, part.Value);
        return text.ToString();
    }

    // White space may stand before the comma between two parts, and after it or the bracket.
    private List<ExistingPart> PartsOf(PositionedElement container)
    {
        var parts = new List<ExistingPart>();
        var at = container.Offset + 1;
        void Add(string name, int start, PositionedElement value)
        {
            var gap = Raw(at, start);
            var comma = gap.IndexOf(',', StringComparison.Ordinal);
            parts.Add(new ExistingPart(name, gap[..Math.Max(comma, 0)], gap[(comma + 1)..], start, value));
            at = value.Offset + value.Length;
        }

        foreach (var member in container.EnumerateObject())
            Add(member.Name, member.NameElement.Offset, member.Value);
        foreach (var item in container.EnumerateArray())
            Add(item.AsString() ?? "", item.Offset, item);
        return parts;
    }

    private static bool IsSorted(List<ExistingPart> parts) =>
        parts.Zip(parts.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Name, pair.Second.Name) <= 0);

    private string Print(JsonElement value, string margin, bool isOneLine, bool isType = false) =>
        isOneLine || isType || IsTypeList(value) ? SchemaText.OneLine(value) : _layout.Of(value, margin);

    private static bool IsTypeList(JsonElement value) => value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && item.GetString() is
            "object" or "array" or "string" or "number" or "integer" or "boolean" or "null");

    /// <summary>The white space with which the line of a byte begins.</summary>
    private string MarginAt(int offset)
    {
        var start = document.Utf8.Span[..offset].LastIndexOf((byte)'\n') + 1;
        var end = start;
        while (end < offset && document.Utf8.Span[end] is (byte)' ' or (byte)'\t')
            end++;
        return Raw(start, end);
    }

    // A text without line ends stays one.
    private bool IsOneLine(int offset) => offset > 0 && !document.Utf8.Span.Contains((byte)'\n');

    private static SchemaText LayoutOf(PositionedJson document)
    {
        var utf8 = document.Utf8.Span;
        var newLine = utf8.IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        var line = utf8.IndexOf((byte)'\n') + 1;
        var end = line;
        while (line > 0 && end < utf8.Length && utf8[end] is (byte)' ' or (byte)'\t')
            end++;
        return end > line ? new SchemaText(Encoding.UTF8.GetString(utf8[line..end]), newLine) : new SchemaText(NewLine: newLine);
    }

    private sealed record Part(string? Name, JsonElement Value, bool IsSorted);

    private sealed record ExistingPart(string Name, string Before, string Lead, int Start, PositionedElement Value)
    {
        public int End => Value.Offset + Value.Length;
    }

    private sealed record ContainerChange(List<Part> Added, HashSet<string> Removed)
    {
        public static ContainerChange None { get; } = new([], []);
    }
}
