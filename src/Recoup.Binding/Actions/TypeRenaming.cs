using Recoup.Binding.Types;
using Recoup.Catalogs;

namespace Recoup.Binding.Actions;

/// <summary>Gives types of an action other names, where they are declared and wherever they are used.</summary>
internal static class TypeRenaming
{
    public static ActionModel Apply(ActionModel action, IEnumerable<TypeRename> renames)
    {
        var names = renames.ToDictionary(rename => rename.Name, rename => rename.NewName, StringComparer.Ordinal);
        return names.Count == 0 ? action : new Renamer(names).Apply(action);
    }

    private sealed class Renamer(IReadOnlyDictionary<string, string> names)
    {
        public ActionModel Apply(ActionModel action) => action with
        {
            Parameters = Apply(action.Parameters),
            Additional = Apply(action.Additional),
            Result = Apply(action.Result),
            Declarations = new(action.Declarations.Select(Apply).OrderBy(declaration => declaration.Name, StringComparer.Ordinal)),
        };

        private DeclarationModel Apply(DeclarationModel declaration)
        {
            var renamed = names.TryGetValue(declaration.Name, out var name)
                ? declaration with { Name = name, IsShared = false }
                : declaration;
            return renamed switch
            {
                ClassDeclarationModel @class => @class with
                {
                    Members = Apply(@class.Members),
                    Additional = Apply(@class.Additional),
                },
                ViewDeclarationModel view => view with { Members = Apply(view.Members) },
                UnionDeclarationModel union => union with { Branches = new(union.Branches.Select(Apply)) },
                _ => renamed,
            };
        }

        private EquatableArray<MemberModel> Apply(EquatableArray<MemberModel> members) =>
            new(members.Select(member => member with { Type = Apply(member.Type) }));

        private TypeUse? Apply(TypeUse? use) => use is { } given ? Apply(given) : null;

        private TypeUse Apply(TypeUse use) => use with { Type = Apply(use.Type) };

        private TypeModel Apply(TypeModel type) => type switch
        {
            ListTypeModel list => new ListTypeModel(Apply(list.Item)),
            MapTypeModel map => new MapTypeModel(Apply(map.Value)),
            DeclaredTypeModel declared when names.TryGetValue(declared.Name, out var name) => declared with { Name = name },
            _ => type,
        };
    }
}
