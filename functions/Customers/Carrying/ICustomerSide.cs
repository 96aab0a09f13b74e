using Isthmus.Core.Canonical;
using Isthmus.Core.Customers;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Customers.Carrying;

/// <summary>A system that holds customers.</summary>
public interface ICustomerSide
{
    /// <summary>Which one.</summary>
    CustomerSide Side { get; }

    /// <summary>A pair's customer, as it is now; null where this system has none.</summary>
    Task<CustomerRecord?> ReadAsync(CustomerLink link);

    /// <summary>Writes what differs, and the mark that names the other side where it is missing; nothing when nothing differs.</summary>
    /// <param name="record">The customer as it was read a moment ago.</param>
    /// <param name="wanted">What it is to hold.</param>
    /// <param name="link">The pair.</param>
    /// <param name="notes">Takes the mapping, the fields and what came of it.</param>
    /// <returns>The customer as it is afterwards; the same instance when nothing was written.</returns>
    Task<CustomerRecord> WriteAsync(CustomerRecord record, Customer wanted, CustomerLink link, StepNotes notes);
}
