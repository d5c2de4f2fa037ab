using System.IO.Pipelines;

namespace Recoup.Emulator.Core;

/// <summary>A request as it came, before anything is checked.</summary>
internal sealed record ApiRequest(string Method, string Path, string Query)
{
    public string? ApiKey { get; init; }

    public string? Authorization { get; init; }

    public string? ContentType { get; init; }

    public required PipeReader Body { get; init; }

    public required RequestLifetime Lifetime { get; init; }
}
