using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Shipments;

public sealed class When_a_shipment_fails_at_any_moment(Lanes lanes, ITestOutputHelper output)
    : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledAfter)]
    public Task Sage_shows_it_after_the_nth_vendor_call(Form form) => SurvivesAsync(() => new ShippedGoods(), Place.VendorCall, form, sampled: 3);

    [Theory]
    [InlineData(Form.KilledBefore)]
    public Task Nor_does_the_nth_write_matter(Form form) => SurvivesAsync(() => new ShippedGoods(), Place.Write, form, sampled: 10);
}
