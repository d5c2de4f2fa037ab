using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Emulator.Core.Json;

namespace Recoup.Emulator.Core.Replays;

/// <summary>
/// Compares the parameters of a call with recorded ones. Where the recording has a stand-in, the types and formats are compared, and the
/// text around it.
/// </summary>
internal static class RecordedParameters
{
    /// <summary>The differences, by pointer.</summary>
    public static IEnumerable<string> Differences(JsonElement recorded, JsonElement got, ReplacedPlaces replaced) =>
        JsonElement.DeepEquals(recorded, got) ? []
        : replaced.Any ? Find(recorded, got, "", replaced)
        : JsonDifference.Find(recorded, got);

    private static IEnumerable<string> Find(JsonElement recorded, JsonElement got, string pointer, ReplacedPlaces replaced)
    {
        if (recorded.ValueKind == JsonValueKind.Object && got.ValueKind == JsonValueKind.Object)
            return FindInObjects(recorded, got, pointer, replaced);
        if (recorded.ValueKind == JsonValueKind.Array && got.ValueKind == JsonValueKind.Array
            && recorded.GetArrayLength() == got.GetArrayLength())
        {
            return recorded.EnumerateArray().Zip(got.EnumerateArray())
                .SelectMany((pair, index) => Find(pair.First, pair.Second, JsonPointer.Append(pointer, index), replaced));
        }

        if (JsonElement.DeepEquals(recorded, got))
            return [];
        var place = pointer.Length == 0 ? "(root)" : pointer;
        if (!replaced.Covers(pointer))
            return [$"{place}: expected {JsonDifference.Show(recorded)}, got {JsonDifference.Show(got)}"];
        return StandIn.IsLike(recorded, got)
            ? []
            : [$"{place}: expected the type and format of the stand-in {JsonDifference.Show(recorded)}, got {JsonDifference.Show(got)}"];
    }

    private static IEnumerable<string> FindInObjects(JsonElement recorded, JsonElement got, string pointer, ReplacedPlaces replaced)
    {
        var unexpected = got.EnumerateObject().Where(member => !recorded.TryGetProperty(member.Name, out _)).ToList();
        foreach (var member in recorded.EnumerateObject())
        {
            var place = JsonPointer.Append(pointer, member.Name);
            if (!got.TryGetProperty(member.Name, out var value))
            {
                // The name itself may be a stand-in, for example in a map whose keys are e-mail addresses.
                var other = replaced.Has(place)
                    ? unexpected.FindIndex(candidate => StandIn.IsLike(member.Name, candidate.Name))
                    : -1;
                if (other < 0)
                {
                    yield return $"{place}: expected {JsonDifference.Show(member.Value)}, but it is absent";
                    continue;
                }

                value = unexpected[other].Value;
                unexpected.RemoveAt(other);
            }

            foreach (var difference in Find(member.Value, value, place, replaced))
                yield return difference;
        }

        foreach (var member in unexpected)
            yield return $"{JsonPointer.Append(pointer, member.Name)}: unexpected {JsonDifference.Show(member.Value)}";
    }
}
