using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace Recoup.Benchmarks.Calls;

/// <summary>The API as a program declares it for Refit, whose generator writes the client.</summary>
internal interface IRefitApi
{
    /// <summary>Executes an action.</summary>
    [Post("/api/connectors/actions")]
    Task<RefitResponse> ExecuteAsync([Body] RefitRequest<IssueParameters> request);
}

internal sealed record RefitRequest<TParameters>(
    [property: JsonPropertyName("actionSlug")] string ActionSlug, [property: JsonPropertyName("parameters")] TParameters Parameters);

internal sealed record IssueParameters(
    [property: JsonPropertyName("owner")] string Owner,
    [property: JsonPropertyName("repo")] string Repo,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("body")] string? Body,
    [property: JsonPropertyName("labels")] IReadOnlyList<string>? Labels);

/// <summary>The response to an executed action.</summary>
/// <param name="Success">Whether it was executed.</param>
/// <param name="Result">What the service answered.</param>
/// <param name="ExecutedAt">When it was executed.</param>
public sealed record RefitResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("result")] JsonElement Result,
    [property: JsonPropertyName("executedAt")] DateTimeOffset ExecutedAt);
