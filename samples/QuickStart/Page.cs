using Recoup.Typed;

namespace QuickStart;

/// <summary>Writes the output of the tour.</summary>
internal static class Page
{
    public static void Title(string text) => Console.WriteLine($"\n{text}\n{new string('-', text.Length)}");

    public static void Line(string text) => Console.WriteLine(text);

    public static void Error(RecoupException e) => Console.WriteLine($"!! {e.GetType().Name}: {e.Message}");

    public static void Catalog(IReadOnlyList<ConnectorAction> actions)
    {
        foreach (var connector in actions.GroupBy(action => action.ConnectorSlug))
        {
            var state = connector.All(action => action.IsConnected) ? "connected" : "NOT connected";
            Console.WriteLine($"{connector.Key,-14}{connector.Count(),3} actions, {state,-14}for example {connector.First().Slug}");
        }

        Console.WriteLine($"{actions.Count} actions.");
    }
}
