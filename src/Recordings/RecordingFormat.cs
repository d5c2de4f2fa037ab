using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>
/// The format of recordings: JSON Lines in UTF-8 with LF. A header says what was replaced in the lines after it, and each other line is a
/// call. A file may have several headers, because several processes may append to it; each applies up to the next one.
/// </summary>
/// <example>
/// <code>
/// {"recoup":"recording","version":1,"created":"2026-11-27T14:00:00.000Z","replaces":["credential","email"]}
/// {"slug":"GMAIL_FETCH_EMAILS","account":"0f3a…","parameters":{…},"status":200,"result":{…},"executedAt":"…","time":"…","duration":12.345,
///  "replaced":["/parameters/to"]}
/// </code>
/// </example>
internal static class RecordingFormat
{
    /// <summary>The version that is written and read.</summary>
    public const int Version = 1;

    /// <summary>The longest line: 128 MiB.</summary>
    public const int MaxLine = 128 * 1024 * 1024;

    /// <summary>The deepest JSON of a line: the body of an error, which may have 512 levels, is one level below the line.</summary>
    public const int MaxDepth = 513;

    /// <summary>The member that marks a header, and its value.</summary>
    public const string Mark = "recoup";
    public const string Kind = "recording";

    public const string VersionName = "version";
    public const string Created = "created";
    public const string Replaces = "replaces";

    public const string Slug = "slug";
    public const string Account = "account";
    public const string Parameters = "parameters";
    public const string Status = "status";

    /// <summary>The member <c>result</c> of a 200. Absent if the response has none.</summary>
    public const string Result = "result";

    /// <summary>The body of any other response, if it is JSON.</summary>
    public const string Error = "error";

    /// <summary>The body of any other response, if it is not JSON. Long ones are cut.</summary>
    public const string Text = "text";

    public const string ExecutedAt = "executedAt";
    public const string Time = "time";
    public const string Duration = "duration";

    /// <summary>
    /// The JSON pointers into the line where something was replaced, in the value or in the last name of the pointer. A pointer to an
    /// object or an array covers everything below it.
    /// </summary>
    public const string Replaced = "replaced";

    public static JsonReaderOptions ReaderOptions => new() { MaxDepth = MaxDepth };

    public static JsonDocumentOptions DocumentOptions => new() { MaxDepth = MaxDepth };
}
