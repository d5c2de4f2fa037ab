using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>
/// Writes foreign JSON with stand-ins for secrets and personal data. They are found by the names of members, and in every text and name.
/// Types stay, and so do formats. This class is the only way of values into a recording.
/// </summary>
internal sealed class ReplacingWriter(Utf8JsonWriter json, StandIns standIns, SensitiveNames names, Credentials? credentials)
{
    // A text may itself be JSON, and contain such a text.
    private const int DeepestText = 3;
    private const int LongestJsonText = 1024 * 1024;
    private const int LongestLabel = 128;

    private readonly ReplacedPointers _pointers = new();

    /// <summary>The members of the objects that are being written, the innermost last.</summary>
    private readonly List<Member> _members = [];
    private TextScope _scope;
    private int _textDepth;

    public static JsonWriterOptions Options => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = RecordingFormat.MaxDepth,
    };

    /// <summary>Where something was replaced.</summary>
    public IEnumerable<string> Replaced => _pointers.All;

    /// <summary>Writes a member of the line.</summary>
    public void Write(string name, JsonElement value)
    {
        var place = _pointers.Enter(name);
        json.WritePropertyName(name);
        _scope = TextScope.Of(value, credentials);
        Write(value, sense: null);
        _pointers.Leave(place);
    }

    /// <summary>Writes a member of the line whose value is a text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="text">The text.</param>
    /// <param name="most">The longest text. It is cut only after its secrets are replaced.</param>
    public void Write(string name, string text, int most)
    {
        var place = _pointers.Enter(name);
        _scope = TextScope.All(credentials);
        var shown = Note(text, Replace(text, sense: null));
        if (shown.Length > most)
            shown = shown[..(char.IsHighSurrogate(shown[most - 1]) ? most - 1 : most)];
        json.WriteString(name, shown);
        _pointers.Leave(place);
    }

    private void Write(JsonElement value, SensitiveName? sense)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, sense is { ReachesBelow: true } ? sense : null);
                break;
            case JsonValueKind.Array:
                WriteArray(value, sense);
                break;
            case JsonValueKind.String:
                var isWhole = JsonTexts.Read(value, out var text);
                var shown = Note(text, Replace(text, sense));
                if (!isWhole)
                    _pointers.Add();
                json.WriteStringValue(shown);
                break;
            case JsonValueKind.Number:
                WriteNumber(value, sense);
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private void WriteObject(JsonElement value, SensitiveName? sense)
    {
        json.WriteStartObject();
        var first = _members.Count;
        var labeled = ReadMembers(value);
        var end = _members.Count;
        for (var i = first; i < end; i++)
        {
            var (name, isWhole, known, member) = _members[i];
            var isPlain = known.IsPlain && !(_scope.Credentials?.Find(name).Count > 0);
            var shown = isPlain ? name : Replace(name, sense: null);
            var place = _pointers.Enter(shown);
            if (!isWhole || shown != name)
                _pointers.Add();
            json.WritePropertyName(shown);
            var own = member.ValueKind == JsonValueKind.Number ? known.OfNumber : known.OfValue;
            Write(member, sense ?? own ?? (known.IsValue ? labeled : null));
            _pointers.Leave(place);
        }

        _members.RemoveRange(first, end - first);
        json.WriteEndObject();
    }

    /// <summary>Reads the members of an object.</summary>
    /// <returns>What a label in it says about a value in it: <c>{"name": "Authorization", "value": "…"}</c>.</returns>
    private SensitiveName? ReadMembers(JsonElement value)
    {
        var (first, hasValue) = (_members.Count, false);
        foreach (var member in value.EnumerateObject())
        {
            var isWhole = JsonTexts.ReadName(member, out var name);
            var known = names.Of(name);
            _members.Add(new Member(name, isWhole, known, member.Value));
            hasValue |= known.IsValue;
        }

        for (var i = first; hasValue && i < _members.Count; i++)
        {
            if (_members[i].Known.IsLabel && OfLabel(_members[i].Value) is { } labeled)
                return labeled;
        }

        return null;
    }

    private void WriteArray(JsonElement value, SensitiveName? sense)
    {
        json.WriteStartArray();
        var pair = sense is null ? OfPair(value) : null;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var place = _pointers.Enter(index);
            Write(item, index++ == 0 ? sense : sense ?? pair);
            _pointers.Leave(place);
        }

        json.WriteEndArray();
    }

    private void WriteNumber(JsonElement value, SensitiveName? sense)
    {
        var text = value.GetRawText();
        var isSensitive = sense is { ReplacesNumbers: true }
            || (text.Length >= 13 && text.All(char.IsAsciiDigit) && text.Length <= 19 && Checksums.IsCard(text))
            || _scope.Credentials?.Find(text).Count > 0;
        json.WriteRawValue(Note(text, isSensitive ? standIns.Number(text) : text), skipInputValidation: true);
    }

    /// <summary>What the first of two texts says about the second: <c>["Authorization", "…"]</c>.</summary>
    private SensitiveName? OfPair(JsonElement value) =>
        value.GetArrayLength() == 2 && value[1].ValueKind == JsonValueKind.String && OfLabel(value[0]) is { ReachesBelow: true } sense
            ? sense
            : null;

    private SensitiveName? OfLabel(JsonElement label) =>
        label.ValueKind == JsonValueKind.String && JsonTexts.Read(label, out var text) && text.Length <= LongestLabel
            ? names.Of(text).OfValue
            : null;

    private string Replace(string text, SensitiveName? sense)
    {
        if (text.Length == 0)
            return text;
        if (JsonIn(text, sense) is { } inner)
            return inner;
        var spans = SensitiveText.Find(text, _scope);
        // A value that shows its kind, such as a phone number, has the stand-in of that kind, whatever its name is.
        if (sense is not null && sense.Accepts(text) && !(spans.Count == 1 && spans[0].Length == text.Length))
            return standIns.Text(text);
        return spans.Count == 0 ? text : SensitiveText.Replace(text, spans, (span, value) => span.StandIn(standIns, value));
    }

    /// <summary>The text if it is itself JSON with something to replace: the names of its members count too.</summary>
    private string? JsonIn(string text, SensitiveName? sense)
    {
        if (text.Length is < 2 or > LongestJsonText || _textDepth == DeepestText || JsonTexts.Parse(text) is not { } inner)
            return null;
        var buffer = new ArrayBufferWriter<byte>(text.Length);
        using var writer = new Utf8JsonWriter(buffer, Options);
        var replacing = new ReplacingWriter(writer, standIns, names, credentials)
        {
            _scope = TextScope.All(credentials),
            _textDepth = _textDepth + 1,
        };
        replacing.Write(inner, sense);
        writer.Flush();
        return replacing._pointers.All.Any() ? Encoding.UTF8.GetString(buffer.WrittenSpan) : null;
    }

    private string Note(string text, string shown)
    {
        if (text != shown)
            _pointers.Add();
        return shown;
    }

    private readonly record struct Member(string Name, bool IsWhole, NameSense Known, JsonElement Value);
}
