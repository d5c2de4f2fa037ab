using System.Text;
using Recoup.Catalogs;

namespace Recoup.Contracts.Live;

/// <summary>The contract that this library was built with: <c>specs/social.json</c>.</summary>
public static class BuiltInContract
{
    private static readonly Lazy<ApiSpec> Read = new(() => ApiSpec.Parse(Text()));

    /// <summary>The OpenAPI document. Its locations have no path.</summary>
    public static ApiSpec Spec => Read.Value;

    private static string Text()
    {
        using var reader = new StreamReader(typeof(BuiltInContract).Assembly.GetManifestResourceStream("social.json")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
