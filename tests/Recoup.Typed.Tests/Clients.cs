namespace Recoup.Typed.Tests;

/// <summary>Creates clients over a scripted handler.</summary>
internal static class Clients
{
    public const string Key = "recoup_sk_0123456789";

    public static RecoupClient Over(HttpMessageHandler handler, Action<RecoupClientOptions>? configure = null)
    {
        var options = new RecoupClientOptions { ApiKey = Key };
        configure?.Invoke(options);
        return new RecoupClient(new HttpClient(handler), options);
    }
}
