using System.ComponentModel;

namespace Recoup.Typed.Generated;

/// <summary>Describes an operation of the OpenAPI document to the client. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OperationInfo
{
    /// <summary>The operation's <c>operationId</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path as documented, with <c>{name}</c> for each path parameter. It begins with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>The header that takes an API key; null if the operation takes none.</summary>
    public string? ApiKeyHeader { get; init; }

    /// <summary>Whether the operation takes a bearer token.</summary>
    public bool TakesAccessToken { get; init; }

    /// <summary>The meaning of each documented status, in the document's words.</summary>
    public IReadOnlyDictionary<int, string> Statuses { get; init; } = new Dictionary<int, string>();
}
