using Microsoft.AspNetCore.Http;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Control.Calls;

/// <summary>An operation of the control API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, with the names of parameters in braces.</param>
/// <param name="Respond">Carries out a request.</param>
internal sealed record ControlRoute(string Method, string Path, Func<ControlCall, ValueTask<ApiResponse>> Respond)
{
    public ControlRoute(string method, string path, Func<ControlCall, ApiResponse> respond)
        : this(method, path, call => new ValueTask<ApiResponse>(respond(call))) { }

    /// <summary>The parameters of the query.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>The media type of the body; null if there is no body.</summary>
    public string? Body { get; init; }

    /// <summary>The largest body, in bytes.</summary>
    public int MaxBody { get; init; } = ControlBody.MaxJson;

    /// <summary>Writes the response as a stream, in place of <see cref="Respond"/>.</summary>
    public Func<ControlCall, HttpContext, Task>? Stream { get; init; }

    public string[] Segments => field ??= Path.Split('/');

    /// <summary>Whether the path of a request is one of this route.</summary>
    /// <param name="segments">The segments of the path.</param>
    public bool Matches(ReadOnlySpan<string> segments)
    {
        if (segments.Length != Segments.Length)
            return false;
        for (var i = 0; i < segments.Length; i++)
        {
            if (Segments[i].StartsWith('{') ? segments[i].Length == 0 : Segments[i] != segments[i])
                return false;
        }

        return true;
    }
}
