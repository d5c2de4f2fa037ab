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
    /// <param name="cancellation">Cancels the work between two classes.</param>
    public static ClassNames Of(
        IEnumerable<DeclaredTypes> files, IEnumerable<ClassMethods> methods, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var filesOf = files.ToLookup(file => file.ClassName, StringComparer.Ordinal);
        var all = methods
            .Select(@class =>
                new RenamedClass(@class.ClassName, ConnectorNames.Of(@class.Names, filesOf[@class.ClassName], cancellation)))
            .ToArray();
        return new ClassNames(
            new(all.Where(@class => @class.Names.Renames.Count > 0)), new(all.SelectMany(@class => @class.Names.Problems)));
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
