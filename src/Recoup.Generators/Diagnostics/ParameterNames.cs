namespace Recoup.Generators.Diagnostics;

/// <summary>The names of parameters in messages and in the titles of code fixes.</summary>
internal static class ParameterNames
{
    /// <summary>Returns <c>'owner'</c>, <c>'owner' and 'repo'</c>, or <c>'owner', 'repo' and 'title'</c>.</summary>
    public static string Quote(string[] names)
    {
        var last = $"'{names[names.Length - 1]}'";
        return names.Length == 1
            ? last
            : string.Join(", ", names.Take(names.Length - 1).Select(name => $"'{name}'")) + " and " + last;
    }
}
