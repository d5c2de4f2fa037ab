using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Recoup.Emulator.Hosts;

/// <summary>
/// Gives the credentials of a request to the server in process as they are. The test server would take them from the parsed headers, where
/// "Bearer  x" has lost a space. Blanks around a value are not part of it (RFC 9110, section 5.5), and a server over a socket removes them.
/// </summary>
internal static class RawHeaders
{
    private static readonly string[] Names = ["Authorization", "x-api-key"];
    private static readonly AsyncLocal<StringValues[]?> Current = new();

    /// <summary>Notes the credentials of a request, before anything has parsed them. Most are the same when parsed.</summary>
    public static void Note(HttpRequestMessage request)
    {
        if (!Array.Exists(Names, name => IsChangedByParsing(request.Headers.NonValidated, name)))
            return;
        var noted = new StringValues[Names.Length];
        for (var i = 0; i < noted.Length; i++)
        {
            if (request.Headers.NonValidated.TryGetValues(Names[i], out var values))
                noted[i] = new StringValues([.. values.Select(value => value.Trim(' ', '\t'))]);
        }

        Current.Value = noted;
    }

    private static bool IsChangedByParsing(HttpHeadersNonValidated headers, string name)
    {
        if (!headers.TryGetValues(name, out var values))
            return false;
        if (values.Count != 1)
            return true;
        var value = values.ToString();
        var space = value.IndexOf(' ');
        return value.Contains('\t') || (space >= 0 && (name != Names[0] || value.LastIndexOf(' ') != space || space == value.Length - 1));
    }

    /// <summary>Writes the noted credentials.</summary>
    public static void Write(HttpContext context)
    {
        if (Current.Value is not { } noted)
            return;
        for (var i = 0; i < noted.Length; i++)
        {
            if (noted[i].Count > 0)
                context.Request.Headers[Names[i]] = noted[i];
        }
    }
}
