using Recoup.Binding.Names;
using Recoup.Binding.Names.Overrides;
using Recoup.Binding.Problems;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>Binds the actions of a connector. Linear in the size of the schemas.</summary>
internal static class ConnectorBinder
{
    // Members that every class has.
    private static readonly HashSet<string> ObjectMembers = new(
    [
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "WriteTo",
    ], StringComparer.Ordinal);

    // Members that every view has.
    private static readonly HashSet<string> ViewMembers = new(
    [
        "Json", "ReadAny", "ReadBoolean", "ReadBytes", "ReadDate", "ReadDateTime", "ReadEnum", "ReadFile", "ReadInteger", "ReadList",
         "ReadMap",
        "ReadNumber", "ReadText", "ReadUuid", "ReadView",
    ], StringComparer.Ordinal);

    /// <summary>Binds the actions.</summary>
    /// <param name="connector">The actions.</param>
    /// <param name="bindsResults">Whether described results get views.</param>
    /// <param name="cancellation">Cancels the work between two actions.</param>
    public static BoundConnector Bind(ConnectorActions connector, bool bindsResults = true, CancellationToken cancellation = default)
    {
        var problems = new List<Problem>();
        var nameBySlug = connector.Actions.ToDictionary(named => named.Action.Slug, named => named.Name, StringComparer.Ordinal);
        var overrides = connector.Actions.Select(named => named.Overrides)
            .OfType<ActionOverrides>()
            .ToDictionary(action => action.Slug, StringComparer.Ordinal);
        var methods = SiblingNames.Assign(
            nameBySlug.Keys,
            slug => Identifier.Pascal(nameBySlug[slug]),
            name => name == connector.ClassName || IsTaken(name),
            "Action",
            slug => Identifier.Spelled(nameBySlug[slug]),
            given: overrides.Values.Where(action => action.Method is not null)
                .ToDictionary(action => action.Slug, action => action.Method!, StringComparer.Ordinal));
        OverrideProblems.ReportMethods(overrides, methods, problems);
        foreach (var slug in methods.Clashes)
            problems.Add(Clash(slug, slug, slug, methods[slug], "/slug"));

        var drafts = connector.Actions.Select(named =>
        {
            cancellation.ThrowIfCancellationRequested();
            return ActionDraft.Bind(named, methods[named.Action.Slug], bindsResults, problems);
        }).ToArray();
        var methodNames = new HashSet<string>(drafts.Select(draft => draft.MethodName), StringComparer.Ordinal);
        var types = TypeNames.Assign(
            drafts, name => name == connector.ClassName || IsTaken(name) || methodNames.Contains(name));
        var finisher = new Finisher(types);
        var model = new ConnectorModel(
            connector.Slug,
            connector.ClassName,
            connector.Slug == MetaConnector.Slug,
            new(drafts.Select(draft => finisher.Finish(draft, problems))),
            new(types.Drafts.Select(draft => finisher.Finish(draft, problems))));
        return new BoundConnector(model, new(problems));
    }

    // A spelled name keeps its case and may be a keyword.
    private static bool IsTaken(string name) => ObjectMembers.Contains(name) || Identifier.IsKeyword(name);

    private static Problem Clash(string slug, string where, string wireName, string name, string pointer) =>
        new(BindingProblems.NameClash, where, wireName, name) { Slug = slug, Pointer = pointer };

    /// <summary>Replaces drafts by named types.</summary>
    private sealed class Finisher(TypeNames types)
    {
        public ActionModel Finish(ActionDraft draft, List<Problem> problems)
        {
            var hasAdditional = draft.Additional is not null;
            var names = SiblingNames.Assign(
                draft.Members.Select(member => member.WireName),
                Identifier.Camel,
                name => hasAdditional && name == ActionModel.AdditionalName,
                "Value",
                given: draft.Named.Overrides?.Parameters.ToDictionary(
                    given => given.WireName, given => given.Name, StringComparer.Ordinal));
            if (draft.Named.Overrides is { } overrides)
                OverrideProblems.ReportAction(
                    overrides, names, [.. draft.Members.Select(member => member.WireName)], draft.UnusedFiles, problems);
            foreach (var wireName in names.Clashes)
                problems.Add(Clash(
                    draft.Action.Slug, "Action " + draft.Action.Slug, wireName, names[wireName], Place.Root.Property(wireName).Pointer));
            return new ActionModel(
                draft.Action.Slug,
                draft.MethodName,
                draft.Action.Name,
                draft.Action.Description,
                new(draft.Members.Select(member => Finish(member, names[member.WireName]))),
                draft.Additional is { } additional ? Finish(additional) : null,
                draft.Result is { } result ? Finish(result) : null);
        }

        public DeclarationModel Finish(TypeDraft draft, List<Problem> problems)
        {
            var name = types[draft];
            return draft switch
            {
                EnumDraft values => Finish(values, name, problems),
                ClassDraft { IsView: true } view => FinishView(view, name, problems),
                ClassDraft @class => Finish(@class, name, problems),
                UnionDraft union => new UnionDeclarationModel(name, draft.Documentation, new(union.Branches.Select(Finish))),
                _ => throw new InvalidOperationException($"No declaration for {draft.GetType().Name}."),
            };
        }

        private static EnumDeclarationModel Finish(EnumDraft draft, string name, List<Problem> problems)
        {
            var names = SiblingNames.Assign(
                draft.Values,
                value => value.Length == 0 ? "Empty" : Identifier.Pascal(value),
                candidate => candidate == name || candidate == "Value" || IsTaken(candidate),
                "Value");
            Report(names, draft, name, problems);
            return new EnumDeclarationModel(
                name, draft.Documentation, new(draft.Values.Select(value => new EnumValueModel(names[value], value))));
        }

        private ClassDeclarationModel Finish(ClassDraft draft, string name, List<Problem> problems)
        {
            var names = SiblingNames.Assign(
                draft.Members.Select(member => member.WireName),
                Identifier.Pascal,
                candidate => candidate == name || candidate == "AdditionalProperties" || IsTaken(candidate),
                "Value");
            Report(names, draft, name, problems);
            return new ClassDeclarationModel(
                name,
                draft.Documentation,
                new(draft.Members.Select(member => Finish(member, names[member.WireName]))),
                draft.Additional is { } additional ? Finish(additional) : null);
        }

        private ViewDeclarationModel FinishView(ClassDraft draft, string name, List<Problem> problems)
        {
            var names = SiblingNames.Assign(
                draft.Members.Select(member => member.WireName),
                Identifier.Pascal,
                candidate => candidate == name || ViewMembers.Contains(candidate) || IsTaken(candidate),
                "Value");
            Report(names, draft, name, problems);
            return new ViewDeclarationModel(
                name, draft.Documentation, new(draft.Members.Select(member => Finish(member, names[member.WireName]))));
        }

        private static void Report(SiblingNames names, TypeDraft draft, string name, List<Problem> problems)
        {
            foreach (var wireName in names.Clashes)
                problems.Add(Clash(draft.Slug, name, wireName, names[wireName], draft.Pointer));
        }

        private MemberModel Finish(MemberDraft member, string name) =>
            new(member.WireName, name, Finish(member.Type), member.Presence, member.Documentation, member.Constant);

        private TypeUse Finish(TypeUse use) => use with { Type = Finish(use.Type) };

        private TypeModel Finish(TypeModel type) => type switch
        {
            ListTypeModel list => new ListTypeModel(Finish(list.Item)),
            MapTypeModel map => new MapTypeModel(Finish(map.Value)),
            DraftTypeModel { Draft: UnionDraft { Instead: { } instead } } => Finish(instead),
            DraftTypeModel draft => new DeclaredTypeModel(types[draft.Draft], draft.Draft is not ClassDraft),
            _ => type,
        };
    }
}
