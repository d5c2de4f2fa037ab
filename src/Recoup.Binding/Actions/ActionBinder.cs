using System.Runtime.CompilerServices;
using Recoup.Binding.Names;
using Recoup.Binding.Names.Overrides;
using Recoup.Binding.Problems;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>Binds the actions of a source file, each by itself. Linear in the size of the schemas.</summary>
internal static class ActionBinder
{
    // The generator and the analyzer of documents bind the same files, one after the other, in one process.
    private static readonly ConditionalWeakTable<CatalogAction, Memo> Known = new();

    /// <summary>Binds the actions of a file. The last result is kept as long as its first action is.</summary>
    /// <param name="file">The actions.</param>
    /// <param name="bindsResults">Whether described results get views.</param>
    /// <param name="cancellation">Cancels the work between two actions.</param>
    public static BoundActions Bind(ActionFile file, bool bindsResults = true, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (file.Actions.Count == 0)
            return BindAll(file, bindsResults, cancellation);
        var memo = Known.GetOrCreateValue(file.Actions[0].Action);
        if (memo.Last is { } last && last.BindsResults == bindsResults && IsSame(last.File, file))
            return last.Bound;
        var bound = BindAll(file, bindsResults, cancellation);
        memo.Last = new MemoEntry(file, bindsResults, bound);
        return bound;
    }

    // Equal actions may stand at other positions, which problems show. Only the same objects have the same.
    private static bool IsSame(ActionFile one, ActionFile other) =>
        one.ConnectorSlug == other.ConnectorSlug && one.ClassName == other.ClassName && one.Part == other.Part
        && one.Actions.Count == other.Actions.Count
        && one.Actions.Zip(other.Actions, (left, right) => ReferenceEquals(left.Action, right.Action)
            && left.MethodName == right.MethodName && Equals(left.Overrides, right.Overrides)).All(isSame => isSame);

    private static BoundActions BindAll(ActionFile file, bool bindsResults, CancellationToken cancellation)
    {
        var (actions, names, problems) = (new List<ActionModel>(), new List<DeclaredName>(), new List<Problem>());
        foreach (var planned in file.Actions)
        {
            cancellation.ThrowIfCancellationRequested();
            var draft = ActionDraft.Bind(planned, bindsResults, problems);
            var types = TypeNames.Of(draft, file.ClassName);
            actions.Add(new Finisher(draft, types, problems).Finish());
            names.AddRange(types.All.Select(type => new DeclaredName(
                planned.Action.Slug, type.Name, type.Spelled, type.Draft.Pointer, type.IsRead, type.Sharing)));
        }

        return new BoundActions(
            new ConnectorModel(file.ConnectorSlug, file.ClassName, file.Part, new(actions)),
            new DeclaredTypes(file.ClassName, new(names)),
            new(problems));
    }

    private sealed record MemoEntry(ActionFile File, bool BindsResults, BoundActions Bound);

    private sealed class Memo
    {
        private volatile MemoEntry? _last;

        public MemoEntry? Last
        {
            get => _last;
            set => _last = value;
        }
    }

    /// <summary>Replaces the drafts of an action by named types.</summary>
    private sealed class Finisher(ActionDraft draft, TypeNames types, List<Problem> problems)
    {
        private readonly string _slug = draft.Action.Slug;

        public ActionModel Finish()
        {
            var overrides = draft.Planned.Overrides;
            var hasAdditional = draft.Additional is not null;
            var names = SiblingNames.Assign(
                draft.Members.Select(member => member.WireName),
                Identifier.Camel,
                name => hasAdditional && name == ActionModel.AdditionalName,
                "Value",
                given: overrides?.Parameters.ToDictionary(given => given.WireName, given => given.Name, StringComparer.Ordinal));
            if (overrides is not null)
            {
                OverrideProblems.ReportAction(
                    overrides, names, [.. draft.Members.Select(member => member.WireName)], draft.UnusedFiles, problems);
                OverrideProblems.ReportTypes(_slug, types.Unused, problems);
                problems.AddRange(types.Refused.Select(refused =>
                    new Problem(NamesProblems.CannotShare, refused.Name, _slug, _slug, refused.Derived)
                    {
                        Path = refused.By.Path,
                        Pointer = refused.By.Pointer,
                    }));
            }

            foreach (var wireName in names.Clashes)
                Report("Action " + _slug, wireName, names[wireName], Place.Root.Property(wireName).Pointer);
            foreach (var type in types.All.Where(type => type.IsTold))
                Report("Action " + _slug, "type " + type.Name.Replace("_", ""), type.Name, type.Draft.Pointer);
            return new ActionModel(
                _slug,
                draft.MethodName,
                draft.Action.Name,
                draft.Action.Description,
                new(draft.Members.Select(member => Finish(member, names[member.WireName]))),
                draft.Additional is { } additional ? Finish(additional) : null,
                draft.Result is { } result ? Finish(result) : null,
                new(types.All.Select(Finish)))
            {
                IsDeprecated = draft.Action.IsDeprecated || Annotations.IsDeprecated(
                    draft.Action.ParametersSource, draft.Action.ParametersSource),
                Rules = new(draft.Rules),
            };
        }

        private DeclarationModel Finish(NamedType type)
        {
            DeclarationModel declaration = type.Draft switch
            {
                EnumDraft values => Finish(values, type.Name),
                ClassDraft { IsView: true } view => FinishView(view, type.Name),
                ClassDraft @class => Finish(@class, type.Name),
                UnionDraft union => new UnionDeclarationModel(
                    type.Name, union.Documentation, new(union.Branches.Select(branch => Finish(branch.Type)))),
                _ => throw new InvalidOperationException($"No declaration for {type.Draft.GetType().Name}."),
            };
            return type.Sharing is null ? declaration : declaration with { IsShared = true };
        }

        private EnumDeclarationModel Finish(EnumDraft values, string name)
        {
            var names = SiblingNames.Assign(
                values.Values,
                value => value.Length == 0 ? "Empty" : Identifier.Pascal(value),
                candidate => candidate == name || TypeMembers.IsTaken(candidate),
                "Value",
                Identifier.SpelledPascal);
            Report(names, values, name);
            return new EnumDeclarationModel(
                name,
                values.Documentation,
                new(values.Values.Select(value => new EnumValueModel(names[value], value)
                {
                    IsDeprecated = values.DeprecatedValues.Contains(value) && !values.Documentation.IsDeprecated,
                })));
        }

        private ClassDeclarationModel Finish(ClassDraft @class, string name)
        {
            var names = SiblingNames.Assign(
                @class.Members.Select(member => member.WireName),
                Identifier.Pascal,
                candidate => candidate == name || candidate == "AdditionalProperties" || TypeMembers.IsTaken(candidate),
                "Value",
                Identifier.SpelledPascal);
            Report(names, @class, name);
            return new ClassDeclarationModel(
                name,
                @class.Documentation,
                new(@class.Members.Select(member => Finish(member, names[member.WireName]))),
                @class.Additional is { } additional ? Finish(additional) : null);
        }

        private ViewDeclarationModel FinishView(ClassDraft view, string name)
        {
            var names = SiblingNames.Assign(
                view.Members.Select(member => member.WireName),
                Identifier.Pascal,
                candidate => candidate == name || TypeMembers.IsTakenInView(candidate),
                "Value",
                Identifier.SpelledPascal);
            Report(names, view, name);
            return new ViewDeclarationModel(
                name, view.Documentation, new(view.Members.Select(member => Finish(member, names[member.WireName]))));
        }

        private void Report(SiblingNames names, TypeDraft type, string where)
        {
            foreach (var wireName in names.Clashes)
                Report(where, wireName, names[wireName], type.Pointer);
        }

        private void Report(string where, string wireName, string name, string pointer) => problems.Add(
            new Problem(BindingProblems.NameClash, where, wireName, name) { Slug = _slug, Pointer = pointer });

        private MemberModel Finish(MemberDraft member, string name) =>
            new(member.WireName, name, Finish(member.Type), member.Presence, member.Documentation, member.Constant);

        private TypeUse Finish(TypeUse use) => use with { Type = Finish(use.Type) };

        private TypeModel Finish(TypeModel type) => type switch
        {
            ListTypeModel list => new ListTypeModel(Finish(list.Item)),
            MapTypeModel map => new MapTypeModel(Finish(map.Value)),
            DraftTypeModel { Draft: UnionDraft { Instead: { } instead } } => Finish(instead),
            DraftTypeModel draft => new DeclaredTypeModel(types[draft.Draft], KindOf(draft.Draft)),
            _ => type,
        };

        private static DeclaredKind KindOf(TypeDraft type) => type switch
        {
            EnumDraft => DeclaredKind.Enum,
            UnionDraft => DeclaredKind.Union,
            ClassDraft { IsView: true } => DeclaredKind.View,
            _ => DeclaredKind.Class,
        };
    }
}
