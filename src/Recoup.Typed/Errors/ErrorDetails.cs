using System.Net;

namespace Recoup.Typed;

/// <summary>The data of a <see cref="RecoupException"/>.</summary>
internal sealed record ErrorDetails
{
    public HttpStatusCode StatusCode { get; init; }

    public string? Operation { get; init; }

    public string? Slug { get; init; }

    public Guid? Account { get; init; }

    public string? ServerMessage { get; init; }

    public IReadOnlyList<string> MissingFields { get; init; } = [];

    public string ResponseBody { get; init; } = "";
}
