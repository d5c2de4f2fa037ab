using System.IO.Pipelines;

namespace Recoup.Emulator.Core.Requests;

/// <summary>A request before any check.</summary>
internal sealed record ApiRequest(string Method, string Path, string Query)
{
    public string? ApiKey { get; init; }

    public string? Authorization { get; init; }

    public string? ContentType { get; init; }

    public required PipeReader Body { get; init; }

    public required RequestLifetime Lifetime { get; init; }
}
