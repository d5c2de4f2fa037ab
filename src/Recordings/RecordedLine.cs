using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>Reads a line of a recording in one pass. Members of unknown names are ignored, and their order does not matter.</summary>
internal ref struct RecordedLine
{
    private readonly ReadOnlyMemory<byte> _line;
    private Utf8JsonReader _json;

    private bool _isHeader;
    private string? _slug;
    private string? _account;
    private ReadOnlyMemory<byte>? _parameters;
    private int? _status;
    private ReadOnlyMemory<byte>? _result;
    private ReadOnlyMemory<byte>? _error;
    private string? _text;
    private string? _executedAt;
    private DateTimeOffset? _time;
    private double _duration;
    private List<string>? _replaced;

    private RecordedLine(ReadOnlyMemory<byte> line)
    {
        _line = line;
        _json = new Utf8JsonReader(line.Span, RecordingFormat.ReaderOptions);
    }

    /// <summary>Reads a call; null if the line is a header.</summary>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    /// <exception cref="InvalidDataException">The line is JSON, but not a call or a header of this version.</exception>
    public static RecordedCall? Read(ReadOnlyMemory<byte> line, string file, long number)
    {
        var reader = new RecordedLine(line);
        reader.ReadMembers();
        if (reader._isHeader)
        {
            RequireHeader(line);
            return null;
        }

        return new RecordedCall
        {
            File = file,
            Line = number,
            Slug = reader._slug ?? throw Missing(RecordingFormat.Slug, "a string"),
            Account = reader._account,
            Parameters = reader._parameters ?? throw Missing(RecordingFormat.Parameters, "an object"),
            Status = reader.Status(),
            Result = reader._result,
            Error = reader._error,
            Text = reader._text,
            ExecutedAt = reader._executedAt,
            Time = reader._time ?? throw Missing(RecordingFormat.Time, "a date and time"),
            Duration = TimeSpan.FromMilliseconds(reader._duration),
            Replaced = reader._replaced ?? (IReadOnlyList<string>)[],
        };
    }

    private static void RequireHeader(ReadOnlyMemory<byte> line)
    {
        try
        {
            _ = RecordingHeader.Read(RecordedCall.Parse(line));
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException("the header contains half of a surrogate pair.", exception);
        }
    }

    /// <summary>The status. A success may have a result; every other response has a body, and none has two.</summary>
    private readonly int Status()
    {
        var status = _status ?? throw Missing(RecordingFormat.Status, "an HTTP status");
        if ((_result, _error, _text) is (null, not null, null) or (null, null, not null)
            || (status == 200 && (_error, _text) is (null, null)))
        {
            return status;
        }

        string?[] names = [_result is null ? null : "\"result\"", _error is null ? null : "\"error\"", _text is null ? null : "\"text\""];
        string[] given = [.. names.OfType<string>()];
        var expected = status == 200 ? "\"result\", \"error\" or \"text\"" : "\"error\" or \"text\"";
        var got = given is [] ? "neither" : string.Join(" and ", given);
        throw new InvalidDataException(FormattableString.Invariant($"expected {expected} with status {status}, got {got}."));
    }

    private void ReadMembers()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartObject)
            throw new InvalidDataException($"expected a recorded call, a JSON object in one line, got {Kind(_json.TokenType)}.");
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
            ReadMember();

        // Anything behind the object is an error.
        _json.Read();
    }

    private void ReadMember()
    {
        if (_json.ValueIsEscaped)
            _ = Decode(member: null);
        if (Is("slug"u8))
            _slug = Text(RecordingFormat.Slug) is { Length: > 0 } slug ? slug : throw Wrong(RecordingFormat.Slug, "a slug");
        else if (Is("account"u8))
            _account = TextOrNull(RecordingFormat.Account);
        else if (Is("parameters"u8))
            _parameters = Value(RecordingFormat.Parameters, JsonTokenType.StartObject);
        else if (Is("status"u8))
            _status = StatusHere();
        else if (Is("result"u8))
            _result = Value(RecordingFormat.Result);
        else if (Is("error"u8))
            _error = Value(RecordingFormat.Error);
        else if (Is("text"u8))
            _text = Text(RecordingFormat.Text);
        else if (Is("executedAt"u8))
            _executedAt = TextOrNull(RecordingFormat.ExecutedAt);
        else if (Is("time"u8))
            _time = Time();
        else if (Is("duration"u8))
            _duration = Milliseconds();
        else if (Is("replaced"u8))
            _replaced = Pointers();
        else
            ReadOther();
    }

    private void ReadOther()
    {
        _isHeader |= Is("recoup"u8);
        _json.Read();
        _json.Skip();
    }

    private readonly bool Is(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    private ReadOnlyMemory<byte> Value(string member, JsonTokenType? expected = null)
    {
        _json.Read();
        if (expected is { } token && _json.TokenType != token)
            throw Wrong(member, Kind(token));
        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        return _line[start..(int)_json.BytesConsumed];
    }

    private string? TextOrNull(string member)
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.Null ? null : TextHere(member);
    }

    private string Text(string member)
    {
        _json.Read();
        return TextHere(member);
    }

    private readonly string TextHere(string member)
    {
        if (_json.TokenType != JsonTokenType.String)
            throw Wrong(member, "a string");
        return Decode(member);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="member">The member in which it is; null if it is the name of a member.</param>
    private readonly string Decode(string? member)
    {
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            var place = member is null ? "the name of a member" : $"\"{member}\"";
            throw new InvalidDataException($"{place} contains half of a surrogate pair.", exception);
        }
    }

    private int StatusHere()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.Number && _json.TryGetInt32(out var status) && status is >= 200 and <= 999
            ? status
            : throw Wrong(RecordingFormat.Status, "an HTTP status");
    }

    private double Milliseconds()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.Number && _json.TryGetDouble(out var duration) && duration is >= 0 and < 1e12
            ? duration
            : throw Wrong(RecordingFormat.Duration, "a number of milliseconds");
    }

    private DateTimeOffset Time() => RecordingTime.TryParse(Text(RecordingFormat.Time), out var time)
        ? time
        : throw Wrong(RecordingFormat.Time, "a date and time, such as 2026-11-27T14:00:01.123Z");

    private List<string> Pointers()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartArray)
            throw Wrong(RecordingFormat.Replaced, "an array of JSON pointers");
        var pointers = new List<string>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
            pointers.Add(TextHere(RecordingFormat.Replaced));
        return pointers;
    }

    private static InvalidDataException Missing(string member, string expected) =>
        new($"expected \"{member}\", {expected}, but it is missing.");

    private readonly InvalidDataException Wrong(string member, string expected)
    {
        var got = _json.TokenType is JsonTokenType.String or JsonTokenType.Number
            ? System.Text.Encoding.UTF8.GetString(_json.ValueSpan[..Math.Min(_json.ValueSpan.Length, 60)])
            : Kind(_json.TokenType);
        return new($"expected \"{member}\" to be {expected}, got {got}.");
    }

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
