using System.Globalization;
using System.Text.Json;
using Recoup.Differential;
using Recoup.Differential.Disagreements;
using Recoup.Differential.Generation;
using Recoup.Differential.Judges;

if (args is not [var pairsText, var seedText, var folder])
{
    Console.Error.WriteLine("Usage: Recoup.Differential <pairs> <seed> <folder with ajv.js and explained.json>.");
    return 2;
}

var (count, seed) = (int.Parse(pairsText, CultureInfo.InvariantCulture), int.Parse(seedText, CultureInfo.InvariantCulture));
var explanations = JsonSerializer.Deserialize<Explanation[]>(
    File.ReadAllText(Path.Combine(folder, "explained.json")), JsonSerializerOptions.Web)!;
using var ajv = new AjvJudge(Path.Combine(folder, "ajv.js"));
var comparison = new Comparison([.. Pairs.From(seed, count)], [new JsonSchemaNetJudge(), ajv], explanations);
comparison.Run();
return Report.Write(comparison, explanations, count);
