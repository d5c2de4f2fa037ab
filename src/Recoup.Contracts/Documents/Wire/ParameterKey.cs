using System.Globalization;
using Recoup.Catalogs.Spec;

namespace Recoup.Contracts.Documents.Wire;

/// <summary>Identifies a parameter of an operation by what is sent: two documents may give it different names.</summary>
internal static class ParameterKey
{
    public static string Of(ApiParameter parameter, PathShape path) => Of(parameter.Place, parameter.Key, path);

    /// <param name="place">The place of the parameter.</param>
    /// <param name="name">Its name; only its position counts in a path, and case does not count in a header.</param>
    /// <param name="path">The path of the operation.</param>
    public static string Of(ApiParameterPlace place, string name, PathShape path) => place switch
    {
        ApiParameterPlace.Path when path.IndexOf(name) is { } index => "Path " + index.ToString(CultureInfo.InvariantCulture),
        ApiParameterPlace.Path => "Path '" + name,
        ApiParameterPlace.Header => "Header " + name.ToLowerInvariant(),
        _ => $"{place} {name}",
    };
}
