using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// The local variables that the body of a member reads, in its lambdas and local functions as well. Each body is searched once, and only if
/// it assigns a call to a variable.
/// </summary>
internal sealed class ReadLocals
{
    private readonly ConditionalWeakTable<IOperation, HashSet<ILocalSymbol>> _known = new();

    /// <summary>Returns whether the body that contains the operation reads the variable.</summary>
    public bool Contains(IOperation operation, ILocalSymbol local)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return _known.GetValue(operation, Search).Contains(local);
    }

    private static HashSet<ILocalSymbol> Search(IOperation body)
    {
        var read = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in body.Descendants())
        {
            if (operation is ILocalReferenceOperation { IsDeclaration: false } reference && !IsWritten(reference))
                read.Add(reference.Local);
        }

        return read;
    }

    private static bool IsWritten(IOperation reference)
    {
        // An assignment whose value is used passes the value on: 'Send(call = Make())'.
        var target = reference;
        while (target.Parent is ITupleOperation)
            target = target.Parent;
        return target.Parent switch
        {
            ISimpleAssignmentOperation { IsRef: false, Parent: IExpressionStatementOperation } assignment => assignment.Target == target,
            IDeconstructionAssignmentOperation { Parent: IExpressionStatementOperation } assignment => assignment.Target == target,
            IArgumentOperation { Parameter.RefKind: RefKind.Out } => true,
            INameOfOperation => true,
            _ => false,
        };
    }
}
