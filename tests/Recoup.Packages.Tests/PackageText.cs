using System.Text;
using System.Xml.Linq;

namespace Recoup.Packages.Tests;

/// <summary>A package as an approved text: what a feed shows, what it brings along, what it holds.</summary>
internal static class PackageText
{
    // What changes with each build has tests of its own.
    private static readonly string[] Changing = ["version", "releaseNotes", "repository", "projectUrl"];

    public static string Of(Package package, Package? symbols)
    {
        var text = new StringBuilder();
        foreach (var element in package.Metadata.Elements().Where(element => !Changing.Contains(element.Name.LocalName)))
            Append(text, element, package.Value("version"), "");
        text.Append("contents\n").AppendJoin("", package.Contents.Select(entry => $"  {entry}\n"));
        if (symbols is not null)
            text.Append("symbols\n").AppendJoin("", symbols.Contents.Select(entry => $"  {entry}\n"));
        return text.ToString();
    }

    private static void Append(StringBuilder text, XElement element, string version, string indent)
    {
        text.Append(indent).Append(element.Name.LocalName);
        foreach (var attribute in element.Attributes())
            text.Append(' ')
                .Append(attribute.Name.LocalName)
                .Append('=')
                .Append(IsOwn(element) && attribute.Name.LocalName == "version" && attribute.Value == $"[{version}]"
                    ? "[this]"
                    : attribute.Value);
        text.Append(element.HasElements ? "\n" : element.Value.Length > 0 ? $": {element.Value}\n" : "\n");
        foreach (var child in element.Elements())
            Append(text, child, version, indent + "  ");
    }

    private static bool IsOwn(XElement element) =>
        ((string?)element.Attribute("id"))?.StartsWith("Recoup.", StringComparison.Ordinal) == true;
}
