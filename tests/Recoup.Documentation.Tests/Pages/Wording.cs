using System.Text.RegularExpressions;

namespace Recoup.Documentation.Tests.Pages;

/// <summary>Texts that pages quote, in which an ellipsis stands for what is left out.</summary>
internal static class Wording
{
    public static bool Quotes(string quoted, string actual) => Regex.IsMatch(
        actual.Trim(), $"^{string.Join(".*", quoted.Trim().Split('…').Select(part => Regex.Escape(part.Trim())))}$",
         RegexOptions.Singleline | RegexOptions.CultureInvariant);
}
