using System.ComponentModel;

namespace Recoup.Typed.Transport;

/// <summary>An operation of the OpenAPI document, as generated code describes it to the client.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperation
{
    /// <summary>The operation's <c>operationId</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The method of HTTP, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path as documented, with <c>{name}</c> for each path parameter. It begins with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>The header that takes an API key, or null where the operation takes none.</summary>
    public string? ApiKeyHeader { get; init; }

    /// <summary>Whether the operation takes a bearer token.</summary>
    public bool TakesAccessToken { get; init; }

    /// <summary>What each documented status means, in the document's words.</summary>
    public IReadOnlyDictionary<int, string> Statuses { get; init; } = new Dictionary<int, string>();
}
