using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>The types of all classes that get another name, because something else in their class has their name.</summary>
/// <param name="Classes">The classes with such types; empty for nearly every project.</param>
/// <param name="Problems">One for each of the types.</param>
internal sealed record ClassNames(EquatableArray<RenamedClass> Classes, EquatableArray<Problem> Problems)
{
    /// <summary>Finds the types that clash. O(n log n) in the number of types.</summary>
    /// <param name="files">The types that each source file declares.</param>
    /// <param name="methods">The methods of each class.</param>
    public static ClassNames Of(
        IEnumerable<DeclaredTypes> files, IEnumerable<(string ClassName, EquatableArray<string> Methods)> methods)
    {
        var filesOf = files.ToLookup(file => file.ClassName, StringComparer.Ordinal);
        var all = methods.Select(@class => (@class.ClassName, Names: ConnectorNames.Of(@class.Methods, filesOf[@class.ClassName]))).ToArray();
        return new ClassNames(
            new(all.Where(item => item.Names.Renames.Count > 0).Select(item => new RenamedClass(item.ClassName, item.Names))),
            new(all.SelectMany(item => item.Names.Problems)));
    }

    /// <summary>The actions of a file with the names of their types. The same object if none of them is renamed.</summary>
    public ConnectorModel Apply(ConnectorModel file)
    {
        foreach (var @class in Classes)
        {
            if (@class.ClassName == file.ClassName)
                return @class.Names.Apply(file);
        }

        return file;
    }
}

/// <summary>A class with types that get another name.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Names">The types.</param>
internal sealed record RenamedClass(string ClassName, ConnectorNames Names);
