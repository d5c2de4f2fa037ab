using System.Text.Json;
using Recoup.Contracts.Learning.Printing;
using Recoup.Contracts.Learning.Inputs;
using Recoup.Recordings;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>
/// Merges what was learned into a file of result schemas. A schema that accepts all recorded payloads keeps its bytes; another one is
/// widened where it rejects them, and proved to accept all that it accepted before.
/// </summary>
internal sealed class ResultsMerge(
    ResultsFile file, SortedDictionary<string, ActionResults> actions, RecordedFiles recordings, CancellationToken cancellation)
{
    private const int MostPasses = 20;

    /// <summary>The actions that the file did not have.</summary>
    public List<string> Added { get; } = [];

    /// <summary>The actions whose schema was widened.</summary>
    public List<string> Widened { get; } = [];

    /// <summary>Merges.</summary>
    /// <exception cref="ContractException">A schema cannot be widened. The message names all such schemas.</exception>
    public ResultsFile Run()
    {
        var pending = new List<string>();
        var changes = new JsonChanges(file.Document);
        foreach (var (slug, action) in actions.Where(pair => pair.Value.Payloads > 0))
        {
            var schema = file[slug];
            if (schema.ValueKind == JsonValueKind.Undefined)
            {
                changes.Add(file.Schemas, slug, PayloadPlace.Wrap(ShapePrinter.Print(action.Shape, "")), isSorted: true);
                Added.Add(slug);
            }
            else if (!schema.TryResolve(PayloadPlace.Of(schema), out var payload) || !ShapeCover.Covers(payload, action.Shape))
            {
                pending.Add(slug);
            }
        }

        var merged = changes.IsEmpty ? file : ResultsFile.Read(changes.Apply(), file.Name);
        for (var pass = 0; pending.Count > 0; pass++)
        {
            if (pass == MostPasses)
                throw Refused(pending.Select(slug => Message(slug, "", "its keywords depend on one another")));
            (merged, pending) = Widen(merged, pending);
        }

        Prove(merged);
        return merged;
    }

    private (ResultsFile Widened, List<string> Pending) Widen(ResultsFile current, List<string> pending)
    {
        var schemas = pending.ToDictionary(
            slug => slug, slug => (Schema: Compile(current, slug), Demands: new SortedSet<Demand>(Demand.Order)));
        var problems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var call in recordings.Read(null, cancellation))
        {
            if (!schemas.TryGetValue(call.Slug, out var one) || problems.ContainsKey(call.Slug)
                || RecordedPayload.Of(call) is not { Outcome: PayloadOutcome.Payload } payload)
                continue;
            using var document = JsonDocument.Parse(payload.Utf8, RecordingFormat.DocumentOptions);
            if (!one.Schema.Accepts(document.RootElement))
                Try(call.Slug, problems, () => one.Schema.Collect(document.RootElement, actions[call.Slug].Shape, one.Demands));
        }

        var changes = new JsonChanges(current.Document);
        foreach (var (slug, (schema, demands)) in schemas)
            Try(slug, problems, () => new SchemaWidening(schema.Whole, changes).Meet(demands));
        if (problems.Count > 0)
            throw Refused(problems.Values);
        List<string> changed = [.. pending.Where(slug => schemas[slug].Demands.Count > 0)];
        Widened.AddRange(changed.Except(Widened, StringComparer.Ordinal));
        return (changes.IsEmpty ? current : ResultsFile.Read(changes.Apply(), current.Name), changed);
    }

    private void Try(string slug, SortedDictionary<string, string> problems, Action work)
    {
        try
        {
            work();
        }
        catch (WideningException e)
        {
            problems.TryAdd(slug, Message(slug, e.Pointer, e.Message));
        }
    }

    private PayloadSchema Compile(ResultsFile current, string slug) => PayloadSchema.Compile(current[slug], out var problem)
        ?? throw new ContractException(
            $"{file.At(file[slug])}: the schema of '{slug}' cannot be compiled: {problem}. Correct it, or remove it to learn it again. "
            + "The file was not changed.");

    private void Prove(ResultsFile merged)
    {
        Widened.Sort(StringComparer.Ordinal);
        var moved = Widened.Where(slug => PayloadPlace.Of(file[slug]) != PayloadPlace.Of(merged[slug])).ToList();
        if (moved.Count > 0)
        {
            throw Refused(moved.Select(slug =>
                Message(slug, "/properties", "with 'data' and 'successful', a payload reads like an envelope")));
        }

        var unproved = Widened.Where(slug => !PayloadSchema.Includes(file[slug], merged[slug], cancellation)).ToList();
        if (unproved.Count > 0)
            throw Refused(unproved.Select(slug => Message(slug, "", "the wider schema is not proved to accept all that it accepts now")));
    }

    private string Message(string slug, string pointer, string reason) =>
        $"{file.At(file[slug].Nearest(pointer))}: the schema of '{slug}' rejects recorded results, and cannot be widened at "
        + $"'{(pointer.Length == 0 ? "/" : pointer)}': {reason}. Widen it by hand, or remove it to learn it again.";

    private static ContractException Refused(IEnumerable<string> problems) =>
        new(string.Join('\n', problems.Append("The file was not changed.")));
}
