using System.Buffers;
using System.Text.Json;

namespace Recoup.Typed.Recording;

/// <summary>
/// The operation that executes actions, and the members of its request. Everything comes from the code that is generated from the OpenAPI
/// document: the names are those under which a request with known values writes them.
/// </summary>
internal static class ExecutionRoute
{
    private static readonly ExecuteConnectorActionRequest Known = new()
    {
        ActionSlug = "slug",
        Parameters = JsonElement.Parse("{}"),
        AccountId = Guid.AllBitsSet,
    };

    private static readonly HttpMethod Method = HttpMethod.Parse(RecoupApi.Requests.ExecuteConnectorAction(Known).Operation.Method);
    private static readonly string Path = RecoupApi.Requests.ExecuteConnectorAction(Known).Operation.Path;

    static ExecutionRoute()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Known.__Write(writer);
        foreach (var member in JsonElement.Parse(buffer.WrittenSpan).EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
                ParametersName = member.Name;
            else if (member.Value.ValueEquals(Known.ActionSlug))
                SlugName = member.Name;
            else
                AccountName = member.Name;
        }
    }

    public static string SlugName { get; } = "";

    public static string ParametersName { get; } = "";

    public static string AccountName { get; } = "";

    /// <summary>The header of the API key.</summary>
    public static string? ApiKeyHeader { get; } = RecoupApi.Requests.ExecuteConnectorAction(Known).Operation.ApiKeyHeader;

    /// <summary>Whether a request executes an action. The address of the API may have a prefix.</summary>
    public static bool IsOf(HttpRequestMessage request) =>
        request.Method == Method && request.RequestUri is { IsAbsoluteUri: true } address
        && address.AbsolutePath.TrimEnd('/').EndsWith(Path, StringComparison.Ordinal);
}
