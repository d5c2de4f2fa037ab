using System.Collections.Frozen;
using System.Reflection;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Control;

/// <summary>The files of the page, and the description of the control API. They are resources of this assembly.</summary>
internal static class ControlPage
{
    private const string Prefix = "page/";
    private const string Index = "index.html";
    private const string Description = "openapi.json";

    // The page loads nothing from elsewhere, runs no script of its own text, and cannot be shown in a frame.
    private static readonly KeyValuePair<string, string>[] Policy =
    [
        new("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Referrer-Policy", "no-referrer"),
    ];

    private static readonly Lazy<FrozenDictionary<string, ApiResponse>> Files = new(() => typeof(ControlPage).Assembly
        .GetManifestResourceNames()
        .Where(name => name == Description || name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => (Name: name == Description ? name : name[Prefix.Length..], Response: Read(name)))
        .ToFrozenDictionary(file => file.Name == Index ? "" : file.Name, file => file.Response));

    /// <summary>The file with a name, empty for the page itself; null if there is none.</summary>
    public static ApiResponse? Find(string name) => Files.Value.GetValueOrDefault(name);

    private static ApiResponse Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var body = new byte[stream.Length];
        stream.ReadExactly(body);
        return new ApiResponse(200, TypeOf(resource), body) { Headers = Policy };
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/json",
    };
}
