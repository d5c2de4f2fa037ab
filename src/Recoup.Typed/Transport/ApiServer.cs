namespace Recoup.Typed.Transport;

/// <summary>The server that the OpenAPI document names.</summary>
internal static class ApiServer
{
    public static Uri Default { get; } = new("https://api.recoupable.dev");
}
