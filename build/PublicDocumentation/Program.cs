using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

// Copies the documentation file of an assembly without the members that users cannot see: the compiler writes them all.
// Arguments: the documentation file, the assembly, a text file with one reference a line, the copy.
if (args is not [var documentation, var assembly, var references, var copy])
{
    await Console.Error.WriteLineAsync("Usage: PublicDocumentation DOCUMENTATION ASSEMBLY REFERENCES COPY").ConfigureAwait(false);
    return 1;
}

var own = MetadataReference.CreateFromFile(assembly);
var compilation = CSharpCompilation.Create(
    "Documentation",
    references: (await File.ReadAllLinesAsync(references).ConfigureAwait(false))
        .Select(path => MetadataReference.CreateFromFile(path))
        .Append(own),
    options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All));

// An id alone does not say which assembly its types are from: several may have an internal type with the same name.
var symbols = SymbolsOf(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(own)!).GlobalNamespace)
    .Select(symbol => (Id: symbol.GetDocumentationCommentId(), Symbol: symbol))
    .Where(entry => entry.Id is not null)
    .DistinctBy(entry => entry.Id)
    .ToDictionary(entry => entry.Id!, entry => entry.Symbol, StringComparer.Ordinal);

var document = XDocument.Load(documentation);
foreach (var member in document.Descendants("member").ToList())
{
    var id = (string)member.Attribute("name")!;
    if (!symbols.TryGetValue(id, out var symbol))
    {
        await Console.Error.WriteLineAsync($"{documentation}: error: {assembly} has no member {id}").ConfigureAwait(false);
        return 1;
    }

    if (!IsVisible(symbol))
        member.Remove();
}

Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
using var writer = XmlWriter.Create(copy, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
document.Save(writer);
return 0;

static IEnumerable<ISymbol> SymbolsOf(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member =>
    member is INamespaceOrTypeSymbol nested ? SymbolsOf(nested).Prepend(member) : [member]);

static bool IsVisible(ISymbol symbol) =>
    symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
    && (symbol.ContainingType is not { } type || IsVisible(type));
