using Isthmus.Bench.Load;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Master;

/// <summary>Where the customers come from.</summary>
/// <param name="Flow">The flow that carries them.</param>
/// <param name="Connection">The system whose calls count.</param>
/// <param name="FillAsync">Enters so many.</param>
/// <param name="ChangeAsync">Changes the first so many.</param>
internal sealed record MasterSource(
    string Flow, string Connection, Func<LocalStack, int, Task> FillAsync, Func<LocalStack, int, Task> ChangeAsync)
{
    /// <summary>Sage 100, through its agent.</summary>
    public static MasterSource Sage { get; } =
        new("sage-100-customers", "sage-100", SageBooks.AddCustomersAsync, SageBooks.ChangeCustomersAsync);

    /// <summary>Sage 300, through its Web API.</summary>
    public static MasterSource Sage300 { get; } =
        new("sage-300-customers", "sage-300", Sage300Books.AddCustomersAsync, Sage300Books.ChangeCustomersAsync);

    /// <summary>Sage Intacct, through its XML gateway.</summary>
    public static MasterSource Intacct { get; } =
        new("intacct-customers", "sage-intacct", IntacctBooks.AddCustomersAsync, IntacctBooks.ChangeCustomersAsync);
}
