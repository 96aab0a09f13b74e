using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Takes the changes of one module. Register it with <c>AddSingleton&lt;ICrmChangeHandler, X&gt;()</c>; channels and polls of its module
/// follow by themselves.
/// </summary>
public interface ICrmChangeHandler
{
    /// <summary>The module's API name.</summary>
    string Module { get; }

    /// <summary>False where the flow is off; its module is not followed then.</summary>
    bool Enabled => true;

    /// <summary>
    /// Takes changes safely: what it returns from is not handed over again, except after a crash. Each change of a record comes at
    /// least once, and each version of a record (its Modified_Time) once in effect. Records that only we ourselves have written do not
    /// come.
    /// </summary>
    /// <param name="changes">The changes, of its module.</param>
    /// <param name="client">Starts the flows.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Core.Failures.FailureException">It could not take them: they come again.</exception>
    Task TakeAsync(IReadOnlyList<CrmChange> changes, DurableTaskClient client, CancellationToken cancellation);
}
