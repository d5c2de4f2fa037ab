using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace Recoup.Typed;

/// <summary>Options of a <see cref="RecoupRecorder"/>, which are read when it is created.</summary>
public sealed class RecoupRecorderOptions
{
    /// <summary>The largest <see cref="MaxBodyBytes"/>: 16 MiB. A line of a recording has a limit.</summary>
    internal const int LargestBody = 16 * 1024 * 1024;

    /// <summary>
    /// The names of members whose values are replaced in addition to secrets and personal data, for example <c>customer_name</c>. Case and
    /// spelling do not matter: this is also <c>customerName</c>. Everything below such a member is replaced. Default: none.
    /// </summary>
    public ICollection<string> ReplaceMembers { get; init; } = [];

    /// <summary>
    /// The largest body of a request or a response that is recorded, in bytes after decompression. A call with a larger one is not
    /// recorded, and the log says so. The default is 16 MiB, which is also the maximum.
    /// </summary>
    public int MaxBodyBytes { get; set; } = LargestBody;

    /// <summary>
    /// Creates the logger of the recorder, with the category <c>Recoup.Typed.RecoupRecorder</c>. It logs why calls are not recorded, and
    /// never a value. The default, null, logs nothing.
    /// </summary>
    [JsonIgnore]
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of the recorded times. The default is the system's clock.</summary>
    [JsonIgnore]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
