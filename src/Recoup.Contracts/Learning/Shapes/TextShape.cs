using System.Text;

namespace Recoup.Contracts.Learning.Shapes;

/// <summary>What has been seen of the strings in one place.</summary>
internal sealed class TextShape
{
    private List<SeenValue>? _values = [];

    /// <summary>The number of strings.</summary>
    public long Count { get; private set; }

    /// <summary>The formats that every string has.</summary>
    public TextFormats Formats { get; private set; } = TextFormats.All;

    /// <summary>
    /// The values with their counts; null if they are too many, or one of them is no name: a stand-in of the recorder, a number, a text.
    /// </summary>
    public IReadOnlyList<SeenValue>? Values => _values;

    /// <summary>Counts a string.</summary>
    /// <param name="utf8">The string, without escapes.</param>
    /// <param name="isReplaced">Whether the recorder replaced the value, so that only its format is real.</param>
    public void See(ReadOnlySpan<byte> utf8, bool isReplaced)
    {
        Count++;
        if (Formats != TextFormats.None)
            Formats = TextFormatTable.Matching(utf8, Formats);
        if (_values is not null)
            SeeValue(utf8, isReplaced);
    }

    /// <summary>Counts a string that is no text, because it contains half of a surrogate pair.</summary>
    public void SeeBroken()
    {
        Count++;
        Formats = TextFormats.None;
        _values = null;
    }

    public void Join(TextShape other)
    {
        Count += other.Count;
        Formats &= other.Formats;
        if (other._values is null)
            _values = null;
        foreach (var value in other._values ?? [])
            Add(value);
    }

    private void SeeValue(ReadOnlySpan<byte> utf8, bool isReplaced)
    {
        foreach (var value in _values!)
        {
            if (utf8.SequenceEqual(value.Utf8))
            {
                if (isReplaced)
                    _values = null;
                else
                    value.Count++;
                return;
            }
        }

        if (isReplaced || !LooksLikeName(utf8))
            _values = null;
        else
            Add(new SeenValue(utf8.ToArray()) { Count = 1 });
    }

    private void Add(SeenValue value)
    {
        if (_values is null)
            return;
        if (_values.Find(known => known.Utf8.AsSpan().SequenceEqual(value.Utf8)) is { } known)
            known.Count += value.Count;
        else if (_values.Count == ShapeLimits.Values)
            _values = null;
        else
            _values.Add(value);
    }

    // A value of an enum is a word of a program: "in_progress", "text/plain", "drive#file". Texts and names of people have spaces.
    private static bool LooksLikeName(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > ShapeLimits.ValueBytes || !char.IsAsciiLetter((char)utf8[0]))
            return false;
        foreach (var b in utf8)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && !"_-.:/#+"u8.Contains(b))
                return false;
        }

        return true;
    }

    /// <summary>A value and how often it was seen.</summary>
    internal sealed class SeenValue(byte[] utf8)
    {
        public byte[] Utf8 => utf8;

        public string Text => Encoding.UTF8.GetString(utf8);

        public long Count { get; set; }
    }
}
