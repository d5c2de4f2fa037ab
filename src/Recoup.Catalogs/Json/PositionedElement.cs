using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Token = Recoup.Catalogs.Json.PositionedJson.Token;

namespace Recoup.Catalogs.Json;

/// <summary>
/// One value of a <see cref="PositionedJson"/>. Two elements are equal if their texts are, regardless of their positions.
/// </summary>
[DebuggerDisplay("{RawText,nq}")]
internal readonly struct PositionedElement : IEquatable<PositionedElement>
{
    private readonly PositionedJson? _document;
    private readonly int _index;

    internal PositionedElement(PositionedJson document, int index) => (_document, _index) = (document, index);

    /// <summary>The kind of value; <see cref="JsonValueKind.Undefined"/> for a default element.</summary>
    public JsonValueKind ValueKind => _document is null ? JsonValueKind.Undefined : Token.Kind;

    /// <summary>The document that contains the value.</summary>
    /// <exception cref="InvalidOperationException">The element is a default one.</exception>
    public PositionedJson Document => _document ?? throw new InvalidOperationException("The element is undefined.");

    /// <summary>The first byte of the value in the document's UTF-8 text.</summary>
    public int Offset => Token.Offset;

    /// <summary>The length of the value in bytes, quotes and brackets included.</summary>
    public int Length => Token.Length;

    /// <summary>The UTF-8 text of the value in the document.</summary>
    public ReadOnlyMemory<byte> RawUtf8 => Document.Utf8.Slice(Offset, Length);

    /// <summary>The text of the value in the document.</summary>
    public string RawText => _document is null ? "" : Encoding.UTF8.GetString(RawUtf8.ToArray());

    /// <summary>Whether a string has escape sequences.</summary>
    public bool IsEscaped => Token.Escaped;

    /// <summary>The lines and columns of the value.</summary>
    public TextRange Range => Document.RangeOf(Offset, Length);

    /// <summary>The first character of the value, for problems with the value as a whole.</summary>
    internal TextRange StartRange => Document.RangeOf(Offset, Math.Min(1, Length));

    private Token Token => Document.Tokens[_index];

    /// <summary>Whether the text has the end of the value. An error may have closed it before.</summary>
    public bool IsWhole => _document?.IsCut(_index) != true;

    /// <summary>The value of a string.</summary>
    /// <exception cref="InvalidOperationException">The value is not a string.</exception>
    public string GetString()
    {
        var token = Token;
        if (token.Kind != JsonValueKind.String)
            throw new InvalidOperationException($"Expected a string, got {token.Kind}.");
        if (token.Escaped)
            return Unescape(RawUtf8.Span);
        return Encoding.UTF8.GetString(RawUtf8.Span.Slice(1, token.Length - 2).ToArray());
    }

    /// <summary>The value of a string, or null if the value is not a string.</summary>
    public string? AsString() => ValueKind == JsonValueKind.String ? GetString() : null;

    /// <summary>The value of a boolean, or null if the value is not a boolean.</summary>
    public bool? AsBoolean() => ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>Finds a member of an object; the last of several with the same name, as JSON readers do.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The member's value.</param>
    /// <returns>False if there is no such member, or the value is not an object.</returns>
    public bool TryGetProperty(string name, out PositionedElement value)
    {
        // The caller may hand in this very element to be overwritten.
        var found = default(PositionedElement);
        foreach (var member in EnumerateObject())
        {
            if (member.NameElement.TextEquals(name))
                found = member.Value;
        }

        value = found;
        return found._document is not null;
    }

    /// <summary>The member of an object, or a default element if there is none or the value is not an object.</summary>
    /// <param name="name">The member's name.</param>
    public PositionedElement this[string name] => TryGetProperty(name, out var value) ? value : default;

    /// <summary>Whether the value is a string with this text. Does not allocate for ASCII text without escapes.</summary>
    /// <param name="text">The text.</param>
    public bool TextEquals(string text)
    {
        if (ValueKind != JsonValueKind.String)
            return false;
        if (Token.Escaped)
            return GetString().Equals(text, StringComparison.Ordinal);
        var raw = RawUtf8.Span.Slice(1, Length - 2);
        if (raw.Length < text.Length)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 0x80 || raw[i] >= 0x80)
                return GetString().Equals(text, StringComparison.Ordinal);
            if (raw[i] != text[i])
                return false;
        }

        return raw.Length == text.Length;
    }

    /// <summary>The value at a JSON pointer (RFC 6901) below this one.</summary>
    /// <param name="pointer">The pointer; empty for this value.</param>
    /// <param name="value">The value found.</param>
    public bool TryResolve(string pointer, out PositionedElement value)
    {
        value = this;
        if (JsonPointer.Parse(pointer) is not { } steps)
            return false;
        foreach (var name in steps)
        {
            if (value.ValueKind == JsonValueKind.Array
                && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                var items = value.EnumerateArray();
                while (index >= 0 && items.MoveNext())
                    index--;
                if (index >= 0)
                    return false;
                value = items.Current;
            }
            else if (!value.TryGetProperty(name, out value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value that a reference within this document (<c>#</c>, or <c>#/</c> and a JSON pointer) leads to.</summary>
    /// <param name="reference">The reference. One to another document leads nowhere.</param>
    /// <param name="target">The value found.</param>
    public bool TryFollow(string reference, out PositionedElement target)
    {
        target = default;
        return reference.StartsWith("#", StringComparison.Ordinal) && TryResolve(Uri.UnescapeDataString(reference[1..]), out target);
    }

    /// <summary>The value at a JSON pointer below this one, or the nearest value around it that exists.</summary>
    internal PositionedElement Nearest(string pointer)
    {
        PositionedElement value;
        while (!TryResolve(pointer, out value) && pointer.Length > 0)
            pointer = JsonPointer.Parent(pointer);
        return value;
    }

    /// <summary>The items of an array, in order; none if the value is not an array.</summary>
    public ArrayEnumerator EnumerateArray() => new(this);

    /// <summary>The members of an object, in order, including repeated ones; none if the value is not an object.</summary>
    public ObjectEnumerator EnumerateObject() => new(this);

    /// <summary>The value, and all values and names in it, in the order of the text.</summary>
    public IEnumerable<PositionedElement> DescendantsAndSelf()
    {
        var document = Document;
        for (var (i, end) = (_index, Token.Next); i < end; i++)
            yield return new PositionedElement(document, i);
    }

    /// <summary>The value as a <see cref="JsonElement"/> of its own, without a position.</summary>
    public JsonElement ToJsonElement()
    {
        using var document = JsonDocument.Parse(RawUtf8, new JsonDocumentOptions { MaxDepth = PositionedJson.MaxDepth });
        return document.RootElement.Clone();
    }

    /// <summary>
    /// Whether both have the same tokens, regardless of the white space between them, escape sequences and the spelling of numbers.
    /// </summary>
    public bool HasTokensOf(PositionedElement other)
    {
        if (_document is null || other._document is null)
            return ReferenceEquals(_document, other._document);
        var count = Token.Next - _index;
        if (other.Token.Next - other._index != count)
            return false;
        for (var i = 0; i < count; i++)
        {
            var (left, right) = (new PositionedElement(_document, _index + i), new PositionedElement(other._document, other._index + i));
            var isLeaf = left.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
            if (left.ValueKind != right.ValueKind
                || (isLeaf ? !left.HasValueOf(right) : left.Token.Next - left._index != right.Token.Next - right._index))
                return false;
        }

        return true;
    }

    private bool HasValueOf(PositionedElement other) => this == other || ValueKind switch
    {
        JsonValueKind.Number => NumberText.AreEqual(RawText, other.RawText),
        JsonValueKind.String => (IsEscaped || other.IsEscaped) && GetString() == other.GetString(),
        _ => false,
    };

    /// <inheritdoc/>
    public bool Equals(PositionedElement other) =>
        _document is null || other._document is null
            ? ReferenceEquals(_document, other._document)
            : RawUtf8.Span.SequenceEqual(other.RawUtf8.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PositionedElement other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_document is null)
            return 0;
        var hash = 17;
        foreach (var b in RawUtf8.Span)
            hash = unchecked((hash * 31) + b);
        return hash;
    }

    /// <summary>Whether the texts are equal.</summary>
    public static bool operator ==(PositionedElement left, PositionedElement right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(PositionedElement left, PositionedElement right) => !left.Equals(right);

    private static string Unescape(ReadOnlySpan<byte> quoted)
    {
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate (\uD800) is legal JSON but no text: it becomes U+FFFD, as in every other broken encoding.
            return LoneSurrogates.Replace(quoted);
        }
    }

    /// <summary>A member of an object.</summary>
    /// <param name="NameElement">The name, as a string value with its position.</param>
    /// <param name="Value">The value.</param>
    public readonly record struct Member(PositionedElement NameElement, PositionedElement Value)
    {
        /// <summary>The member's name.</summary>
        public string Name => NameElement.GetString();
    }

    /// <summary>Enumerates the items of an array.</summary>
    public struct ArrayEnumerator
    {
        private readonly PositionedJson? _document;
        private readonly int _end;
        private int _index;
        private int _next;

        internal ArrayEnumerator(PositionedElement array)
        {
            if (array.ValueKind != JsonValueKind.Array)
                return;
            _document = array._document;
            _next = array._index + 1;
            _end = array.Token.Next;
        }

        /// <summary>The current item.</summary>
        public readonly PositionedElement Current => new(_document!, _index);

        /// <summary>Advances to the next item.</summary>
        public bool MoveNext()
        {
            if (_document is null || _next >= _end)
                return false;
            _index = _next;
            _next = _document.Tokens[_index].Next;
            return true;
        }

        /// <summary>The enumerator itself.</summary>
        public readonly ArrayEnumerator GetEnumerator() => this;
    }

    /// <summary>Enumerates the members of an object.</summary>
    public struct ObjectEnumerator
    {
        private readonly PositionedJson? _document;
        private readonly int _end;
        private int _index;
        private int _next;

        internal ObjectEnumerator(PositionedElement value)
        {
            if (value.ValueKind != JsonValueKind.Object)
                return;
            _document = value._document;
            _next = value._index + 1;
            _end = value.Token.Next;
        }

        /// <summary>The current member.</summary>
        public readonly Member Current => new(new PositionedElement(_document!, _index), new PositionedElement(_document!, _index + 1));

        /// <summary>Advances to the next member.</summary>
        public bool MoveNext()
        {
            if (_document is null || _next >= _end)
                return false;
            _index = _next;
            _next = _document.Tokens[_index + 1].Next;
            return true;
        }

        /// <summary>The enumerator itself.</summary>
        public readonly ObjectEnumerator GetEnumerator() => this;
    }
}
