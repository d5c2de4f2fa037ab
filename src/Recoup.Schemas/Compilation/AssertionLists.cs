using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>Builds one list of assertions per kind of instance, with the cheapest checks first.</summary>
internal static class AssertionLists
{
    private const int KindCount = 8;

    public static Assertion[][] Empty { get; } = Of([], []);

    public static Assertion[][] Of(List<Assertion> assertions, List<InstanceKinds> appliesTo)
    {
        var lists = new Assertion[KindCount][];
        for (var kind = 0; kind < KindCount; kind++)
        {
            // Most schemas have no assertions for most kinds.
            var count = 0;
            foreach (var kinds in appliesTo)
                count += (int)kinds >> kind & 1;

            if (count == 0)
            {
                lists[kind] = [];
                continue;
            }

            var list = new Assertion[count];
            var next = 0;
            for (var i = 0; i < assertions.Count; i++)
            {
                if (((int)appliesTo[i] >> kind & 1) != 0)
                    list[next++] = assertions[i];
            }

            PutCheapestFirst(list);
            lists[kind] = list;
        }

        return lists;
    }

    private static void PutCheapestFirst(Assertion[] list)
    {
        for (var i = 1; i < list.Length; i++)
        {
            // An insertion sort keeps the order of checks with the same cost.
            for (var at = i; at > 0 && list[at - 1].Cost > list[at].Cost; at--)
                (list[at - 1], list[at]) = (list[at], list[at - 1]);
        }
    }
}
