# Caravan: the session assignment problem of a science week, as one integer program.
#
# PROBLEM   Every requested session may be held once: at a start slot, in one of its townships, in one venue there, with a
#           crew of experts, mentors and kits (all of them "members"). Hold the sessions that are worth most, cover the
#           townships and audiences that the targets name, travel little, and - when replanning - change little.
#           All points are minimised.
#
# DATA      One section for each week. What is possible at all comes enumerated, sparsely and by row:
#             TOWNS, STARTS   the placements (request, township, start) that keep H1 and for which a venue (H2) and enough
#                             members (H4, H5 away, H6 reach) exist
#             SUITABLE        the venues that keep H2 (township, kind, capacity, equipment), save for being closed
#             QUALIFIED       the members that a need may take (H4: pool, skill, level)
#           Slots and dates are numbered from 1 in time order; a group of a target or cap is (rule, number).
#
# UNITS     time: minutes after midnight; distance: km; money: yuan; everything in the objective: points.
#
# SOURCES   The rules H1...H12 and the terms of the objective are those of the week document, `caravan-week/1`
#           (models/README.md lists them). Cumulative precedence rows (H9): Christofides, Alvarez-Valdes and Tamarit,
#           EJOR 29 (1987); set-packing clique rows (H3, H5, H6, H7): Padberg, Math. Programming 5 (1973). Sets are indexed
#           by row because the translator enumerates whole sets: a filter over a joined set is quadratic.
#
# USE       glpsol -m caravan.mod -d WEEK.dat        (the plan is printed on the terminal; no file is written)

# ---------------------------------------------------------------------------------------------------------------- time

param days, integer, >= 1;                            # dates of the week
param slots_per_day, integer, >= 1;                   # slots of a date, the same for every date

set DAYS := 1..days;
set SLOTS := 1..days * slots_per_day;                 # slot instances

param slot_name{SLOTS}, symbolic;                     # DATE.slot
param opens{1..slots_per_day} >= 0;                   # start of a slot, minutes after midnight
param closes{1..slots_per_day} >= 0;                  # end of a slot, minutes after midnight

param day{s in SLOTS} := 1 + (s - 1) div slots_per_day;
param first{s in SLOTS} := (day[s] - 1) * slots_per_day + 1;   # first slot of the date of s
param final{s in SLOTS} := day[s] * slots_per_day;             # last slot of the date of s
param begins{s in SLOTS} := opens[s - first[s] + 1];
param ends{s in SLOTS} := closes[s - first[s] + 1];

# ----------------------------------------------------------------------------------------- places, money, members, venues

set TOWNSHIPS;
set FUNDS;
set VENUES;
set MEMBERS;                                          # experts, mentors and kits

param km{TOWNSHIPS, TOWNSHIPS}, >= 0, default 0;      # one way by road
param minutes{TOWNSHIPS, TOWNSHIPS}, >= 0, default 0; # one way, buffer included

param limit{FUNDS}, >= 0;                             # yuan
param travel_fund, symbolic, in FUNDS;                # pays the trips
param cost_per_km, >= 0;                              # yuan per km

param venue_town{VENUES}, symbolic, in TOWNSHIPS;
param venue_cost{VENUES}, >= 0;                       # yuan per session
set CLOSED{VENUES}, within SLOTS, default {};

param base{MEMBERS}, symbolic, in TOWNSHIPS;
param max_minutes{MEMBERS}, >= 0;                     # longest way from the base, minutes
param max_per_day{MEMBERS}, integer, >= 0;            # sessions
param max_per_week{MEMBERS}, integer, >= 0;           # sessions
param fee{MEMBERS}, >= 0;                             # yuan per session
set AWAY{MEMBERS}, within SLOTS, default {};

# ------------------------------------------------------------------------------------------------------------ requests

set REQUESTS;

param fund{REQUESTS}, symbolic, in FUNDS;
param audience{REQUESTS}, symbolic;
param attendance{REQUESTS}, >= 0;                     # people
param duration{REQUESTS}, integer, >= 1;              # slots
param value{REQUESTS}, >= 0;                          # points lost if not held
param cost{REQUESTS}, >= 0;                           # yuan, besides venue, fees and trips

set NEEDS{REQUESTS}, default {};                      # numbers of the needs
param count{r in REQUESTS, n in NEEDS[r]}, integer, >= 1;
set QUALIFIED{r in REQUESTS, n in NEEDS[r]}, within MEMBERS, default {};

set SUITABLE{REQUESTS}, within VENUES, default {};
set TOWNS{REQUESTS}, within TOWNSHIPS, default {};    # townships with at least one placement
set STARTS{r in REQUESTS, t in TOWNS[r]}, within SLOTS;
set PREFERRED{REQUESTS}, within SLOTS, default {};    # preferred start slots; empty: no preference
set AFTER{REQUESTS}, within REQUESTS, default {};     # must be held and over before

check{r in REQUESTS, t in TOWNS[r], s in STARTS[r, t]}: s + duration[r] - 1 <= final[s];

# ----------------------------------------------------------------------------------------------------- targets and caps

# A group counts the sessions of its requests in its townships on its dates: every grouping key and every `where` of the
# week document belongs to one of the three (audience, topic, format, fund: request; township, county: township; date).

set TARGETS, dimen 2, default {} cross {};
param at_least{TARGETS}, >= 0;                        # sessions, or people
param target_points{TARGETS}, >= 0;                   # per missing unit, scaled by the population where asked
param target_people{TARGETS}, binary, default 0;      # 1: measures attendance, 0: sessions
set TARGET_REQUESTS{TARGETS}, within REQUESTS, default REQUESTS;
set TARGET_TOWNS{TARGETS}, within TOWNSHIPS, default TOWNSHIPS;
set TARGET_DAYS{TARGETS}, within DAYS, default DAYS;

set CAPS, dimen 2, default {} cross {};
param at_most{CAPS}, >= 0;                            # sessions, or people
param cap_points{CAPS}, default -1;                   # per unit too many; below 0: a hard cap
param cap_people{CAPS}, binary, default 0;
set CAP_REQUESTS{CAPS}, within REQUESTS, default REQUESTS;
set CAP_TOWNS{CAPS}, within TOWNSHIPS, default TOWNSHIPS;
set CAP_DAYS{CAPS}, within DAYS, default DAYS;

# ---------------------------------------------------------------------------------------------- pins, baseline, weights

set PINS, default {};
param pin_request{PINS}, symbolic, in REQUESTS;
param pin_start{PINS}, integer, default 0;            # 0: any
param pin_town{PINS}, symbolic, default '*';          # *: any
param pin_venue{PINS}, symbolic, default '*';         # *: any
set PIN_CREW{PINS}, within MEMBERS, default {};       # at least these

set BASELINE, within REQUESTS, default {};            # requests with a session in the baseline
param withdrawn, integer, >= 0, default 0;            # baseline sessions whose request is gone
param base_start{BASELINE}, integer, default 0;       # 0: a slot that the week no longer has
param base_venue{BASELINE}, symbolic, default '*';    # *: a venue that the week no longer has
set BASE_CREW{BASELINE}, default {};
param freeze, integer, >= 0, default 0;               # the freeze point, a slot; 0: none
set KEPT, within BASELINE, default {};                # started before it, and by themselves still keep H1, H2, H4, H5, H6

param out_of_reach, default 0;                        # points of target groups that no placement counts in (not listed)

param weight_km, >= 0, default 0;                     # points per km
param weight_preference, >= 0, default 0;             # points per session
param weight_drop, >= 0, default 0;                   # points per session
param weight_move, >= 0, default 0;                   # points per session
param weight_venue, >= 0, default 0;                  # points per session
param weight_crew, >= 0, default 0;                   # points per member

# -------------------------------------------------------------------------------- what each placement may use, by row

# H2: the venues in the township, suitable, and open in every slot taken.
set ROOMS{r in REQUESTS, t in TOWNS[r], s in STARTS[r, t]} :=
    {v in SUITABLE[r]: venue_town[v] = t and forall{k in 0..duration[r] - 1} s + k not in CLOSED[v]};

# H4, H5 (away), H6 (reach): the members that could fill a place of need n.
set CREW{r in REQUESTS, n in NEEDS[r], t in TOWNS[r], s in STARTS[r, t]} :=
    {m in QUALIFIED[r, n]: minutes[base[m], t] <= max_minutes[m] and forall{k in 0..duration[r] - 1} s + k not in AWAY[m]};

# The same read by township, by venue and by member: every sum below runs over one of these rows.
set HOSTED{t in TOWNSHIPS} := {r in REQUESTS: t in TOWNS[r]};
set USERS{v in VENUES} := {r in HOSTED[venue_town[v]]: v in SUITABLE[r]};
set VENUE_STARTS{v in VENUES, r in USERS[v]} := {s in STARTS[r, venue_town[v]]: v in ROOMS[r, venue_town[v], s]};
set PLACES{m in MEMBERS} := setof{r in REQUESTS, n in NEEDS[r]: m in QUALIFIED[r, n]} (r, n);
set VERSATILE{m in MEMBERS} := setof{(r, n) in PLACES[m]: exists{(r, o) in PLACES[m]} o <> n} r;
set BEGINNINGS{r in REQUESTS} := setof{t in TOWNS[r], s in STARTS[r, t]} s;
set DUTIES{m in MEMBERS, s in SLOTS} :=               # what m could begin at s
    setof{(r, n) in PLACES[m], t in TOWNS[r]: s in STARTS[r, t] and m in CREW[r, n, t, s]} (r, n, t);

# The slots, trips and jobs (township, last slot) that occur at all.
set VENUE_SLOTS{v in VENUES} := setof{r in USERS[v], b in VENUE_STARTS[v, r], s in b..b + duration[r] - 1} s;
set CROWD_SLOTS{t in TOWNSHIPS} := setof{r in HOSTED[t], b in STARTS[r, t], s in b..b + duration[r] - 1} (audience[r], s);
set WORK_SLOTS{m in MEMBERS} := setof{b in SLOTS, (r, n, t) in DUTIES[m, b], s in b..b + duration[r] - 1} s;
set JOBS{m in MEMBERS, s in SLOTS} := setof{(r, n, t) in DUTIES[m, s]} (t, s + duration[r] - 1);
set TRIPS{m in MEMBERS} := setof{s in SLOTS, (t, b) in JOBS[m, s]: t <> base[m]} (day[s], t);
set TRIP_SLOTS{m in MEMBERS, (d, t) in TRIPS[m]} :=
    setof{b in (d - 1) * slots_per_day + 1..d * slots_per_day, (t, e) in JOBS[m, b], s in b..e} s;

# ----------------------------------------------------------------------------------------------------------- variables

# The session of r begins at s in venue v (which says the township).
var z{r in REQUESTS, t in TOWNS[r], s in STARTS[r, t], v in ROOMS[r, t, s]}, binary;

# Member m fills a place of need n in the session of r that begins at s in township t.
var w{m in MEMBERS, s in SLOTS, (r, n, t) in DUTIES[m, s]}, binary;

# Whole by themselves once z and w are: nothing to branch on.
var unheld{REQUESTS}, >= 0, <= 1;                     # r has no session
var trip{m in MEMBERS, (d, t) in TRIPS[m]}, >= 0, <= 1;   # m goes to t and back on date d
var shortfall{TARGETS}, >= 0;                         # units missing
var excess{(c, g) in CAPS: cap_points[c, g] >= 0}, >= 0;  # units too many

# Carries what no decision changes: the exchange formats disagree on the sign of a constant in the objective.
var constant, >= 1, <= 1;

# ----------------------------------------------------------------------------------------------------------- objective

minimize points:
    # unserved
    sum{r in REQUESTS} value[r] * unheld[r]
    # targets
    + out_of_reach * constant + sum{(k, g) in TARGETS} target_points[k, g] * shortfall[k, g]
    # caps
    + sum{(c, g) in CAPS: cap_points[c, g] >= 0} cap_points[c, g] * excess[c, g]
    # travel
    + sum{m in MEMBERS, (d, t) in TRIPS[m]} weight_km * 2 * km[base[m], t] * trip[m, d, t]
    # preference
    + sum{r in REQUESTS: card(PREFERRED[r]) > 0}
        sum{t in TOWNS[r], s in STARTS[r, t], v in ROOMS[r, t, s]: s not in PREFERRED[r]} weight_preference * z[r, t, s, v]
    # disruption: drop
    + weight_drop * withdrawn * constant + sum{r in BASELINE} weight_drop * unheld[r]
    # disruption: move, venue, and the crew as if all of it had changed, ...
    + sum{r in BASELINE, t in TOWNS[r], s in STARTS[r, t], v in ROOMS[r, t, s]}
        ((if s <> base_start[r] then weight_move) + (if v <> base_venue[r] then weight_venue)
            + weight_crew * card(BASE_CREW[r])) * z[r, t, s, v]
    # ... less the members that stay
    - sum{r in BASELINE, n in NEEDS[r], t in TOWNS[r], s in STARTS[r, t], m in CREW[r, n, t, s] inter BASE_CREW[r]}
        weight_crew * w[m, s, r, n, t];

# --------------------------------------------------------------------------------------------------------------- rules

# H1: at most one session a request.
s.t. once{r in REQUESTS}:
    unheld[r] + sum{t in TOWNS[r], s in STARTS[r, t], v in ROOMS[r, t, s]} z[r, t, s, v] = 1;

# H2 is in ROOMS.

# H3: a venue holds one session in a slot.
s.t. venue_slot{v in VENUES, s in VENUE_SLOTS[v]}:
    sum{r in USERS[v], b in VENUE_STARTS[v, r]: b <= s and s < b + duration[r]} z[r, venue_town[v], b, v] <= 1;

# H4: every need is filled exactly where the session is held, and nowhere else.
s.t. need{r in REQUESTS, n in NEEDS[r], t in TOWNS[r], s in STARTS[r, t]}:
    sum{m in CREW[r, n, t, s]} w[m, s, r, n, t] = count[r, n] * sum{v in ROOMS[r, t, s]} z[r, t, s, v];

# H4: one member fills at most one place in a session (written where several places could take the member).
s.t. one_place{m in MEMBERS, r in VERSATILE[m], t in TOWNS[r], s in STARTS[r, t]:
        exists{n in NEEDS[r]} m in CREW[r, n, t, s]}:
    sum{n in NEEDS[r]: m in CREW[r, n, t, s]} w[m, s, r, n, t] <= sum{v in ROOMS[r, t, s]} z[r, t, s, v];

# H5: a member works in one session a slot (away is in CREW), ...
s.t. member_slot{m in MEMBERS, s in WORK_SLOTS[m]}:
    sum{b in first[s]..s, (r, n, t) in DUTIES[m, b]: s < b + duration[r]} w[m, b, r, n, t] <= 1;

# H5: ... in at most so many sessions a date ...
s.t. member_day{m in MEMBERS, d in DAYS}:
    sum{s in SLOTS, (r, n, t) in DUTIES[m, s]: day[s] = d} w[m, s, r, n, t] <= max_per_day[m];

# H5: ... and a week.
s.t. member_week{m in MEMBERS}:
    sum{s in SLOTS, (r, n, t) in DUTIES[m, s]} w[m, s, r, n, t] <= max_per_week[m];

# H6: whoever works in t until the end of slot b begins at c in no township too far for the time between (the reach from
# the base is in CREW). One row covers all such townships: the member begins only one session at c.
s.t. too_far{m in MEMBERS, s in SLOTS, (t, b) in JOBS[m, s], c in b + 1..final[s]:
        exists{(u, e) in JOBS[m, c]} minutes[t, u] > begins[c] - ends[b]}:
    sum{(r, n, t) in DUTIES[m, s]: s + duration[r] - 1 = b} w[m, s, r, n, t]
    + sum{(r, n, u) in DUTIES[m, c]: minutes[t, u] > begins[c] - ends[b]} w[m, c, r, n, u] <= 1;

# H7: an audience has one session in a township and slot.
s.t. crowd_slot{t in TOWNSHIPS, (a, s) in CROWD_SLOTS[t]}:
    sum{r in HOSTED[t], b in STARTS[r, t]: audience[r] = a and b <= s and s < b + duration[r]}
        sum{v in ROOMS[r, t, b]} z[r, t, b, v] <= 1;

# H8: working in a township other than the base takes a trip; one trip serves the whole date. Slot by slot, since the jobs
# of one slot exclude each other.
s.t. goes{m in MEMBERS, (d, t) in TRIPS[m], s in TRIP_SLOTS[m, d, t]}:
    sum{b in first[s]..s, (r, n, t) in DUTIES[m, b]: s < b + duration[r]} w[m, b, r, n, t] <= trip[m, d, t];

# H8: the charges of a fund: its requests, their venues and their crews; and the trips, if it pays them.
s.t. money{f in FUNDS}:
    sum{r in REQUESTS: fund[r] = f} (
        sum{t in TOWNS[r], s in STARTS[r, t], v in ROOMS[r, t, s]} (cost[r] + venue_cost[v]) * z[r, t, s, v]
        + sum{n in NEEDS[r], t in TOWNS[r], s in STARTS[r, t], m in CREW[r, n, t, s]} fee[m] * w[m, s, r, n, t])
    + sum{m in MEMBERS, (d, t) in TRIPS[m]: travel_fund = f} 2 * km[base[m], t] * cost_per_km * trip[m, d, t]
    <= limit[f];

# H9: r begins by s only if what it comes after is over before.
s.t. precedence{r in REQUESTS, a in AFTER[r], s in BEGINNINGS[r]}:
    sum{t in TOWNS[r], b in STARTS[r, t], v in ROOMS[r, t, b]: b <= s} z[r, t, b, v]
    <= sum{t in TOWNS[a], b in STARTS[a, t], v in ROOMS[a, t, b]: b + duration[a] <= s} z[a, t, b, v];

# H10: hard caps; and the units above a soft one.
s.t. cap{(c, g) in CAPS}:
    sum{r in CAP_REQUESTS[c, g], t in TOWNS[r] inter CAP_TOWNS[c, g], s in STARTS[r, t], v in ROOMS[r, t, s]:
            day[s] in CAP_DAYS[c, g]}
        (if cap_people[c, g] then attendance[r] else 1) * z[r, t, s, v]
    - (if cap_points[c, g] >= 0 then excess[c, g]) <= at_most[c, g];

# Targets: the units below one.
s.t. target{(k, g) in TARGETS}:
    sum{r in TARGET_REQUESTS[k, g], t in TOWNS[r] inter TARGET_TOWNS[k, g], s in STARTS[r, t], v in ROOMS[r, t, s]:
            day[s] in TARGET_DAYS[k, g]}
        (if target_people[k, g] then attendance[r] else 1) * z[r, t, s, v]
    + shortfall[k, g] >= at_least[k, g];

# H11: a pinned request is held as pinned, ...
s.t. pinned{p in PINS}:
    sum{t in TOWNS[pin_request[p]], s in STARTS[pin_request[p], t], v in ROOMS[pin_request[p], t, s]:
            (pin_start[p] = 0 or s = pin_start[p]) and (pin_town[p] = '*' or t = pin_town[p])
            and (pin_venue[p] = '*' or v = pin_venue[p])}
        z[pin_request[p], t, s, v] = 1;

# H11: ... with at least these members.
s.t. pinned_crew{p in PINS, m in PIN_CREW[p]}:
    sum{s in SLOTS, (r, n, t) in DUTIES[m, s]: r = pin_request[p]} w[m, s, r, n, t] = 1;

# H12: what started before the freeze point and still can stays exactly: start, venue (and with it the township), ...
s.t. kept{r in KEPT}:
    sum{t in TOWNS[r], s in STARTS[r, t], v in ROOMS[r, t, s]: s = base_start[r] and v = base_venue[r]} z[r, t, s, v] = 1;

# H12: ... and crew.
s.t. kept_crew{r in KEPT}:
    sum{n in NEEDS[r], t in TOWNS[r], s in STARTS[r, t], m in CREW[r, n, t, s] diff BASE_CREW[r]} w[m, s, r, n, t] = 0;

# H12: no other session starts before the freeze point.
s.t. not_before{r in REQUESTS diff KEPT: freeze > 0}:
    sum{t in TOWNS[r], s in STARTS[r, t], v in ROOMS[r, t, s]: s < freeze} z[r, t, s, v] = 0;

solve;

# ------------------------------------------------------------------------------------------------------------- the plan

param held{r in REQUESTS} := round(sum{t in TOWNS[r], s in STARTS[r, t], v in ROOMS[r, t, s]} z[r, t, s, v]);

# A plan was found when every request is either held or paid for.
param found, binary := if exists{r in REQUESTS} abs(held[r] + unheld[r] - 1) > 1e-6 then 0 else 1;

for{0..0: found = 0} {
    printf "\nNo plan: the rules contradict each other, or the time was too short.\n\n";
}

for{0..0: found = 1} {
    printf "\nPlan: %.3f points, %d of %d requests held\n\n", points, sum{r in REQUESTS} held[r], card(REQUESTS);
    for{s in SLOTS} {
        for{r in REQUESTS, t in TOWNS[r]: held[r] = 1 and s in STARTS[r, t]} {
            for{v in ROOMS[r, t, s]: z[r, t, s, v] > 0.5} {
                printf "  %-16s %-12s %-12s %-12s", slot_name[s], r, t, v;
                printf{n in NEEDS[r], m in CREW[r, n, t, s]: w[m, s, r, n, t] > 0.5} " %s", m;
                printf "\n";
            }
        }
    }
    printf "\n  not held:";
    printf{r in REQUESTS: held[r] = 0} " %s", r;
    printf "\n\n  unserved    %12.3f\n", sum{r in REQUESTS} value[r] * unheld[r];
    printf "  targets     %12.3f\n", out_of_reach + sum{(k, g) in TARGETS} target_points[k, g] * shortfall[k, g];
    printf "  caps        %12.3f\n", sum{(c, g) in CAPS: cap_points[c, g] >= 0} cap_points[c, g] * excess[c, g];
    printf "  travel      %12.3f\n", sum{m in MEMBERS, (d, t) in TRIPS[m]} weight_km * 2 * km[base[m], t] * trip[m, d, t];
    printf "  preference  %12.3f\n", sum{r in REQUESTS: card(PREFERRED[r]) > 0}
        sum{t in TOWNS[r], s in STARTS[r, t], v in ROOMS[r, t, s]: s not in PREFERRED[r]} weight_preference * z[r, t, s, v];
    printf "  disruption  %12.3f\n", weight_drop * withdrawn + sum{r in BASELINE} weight_drop * unheld[r]
        + sum{r in BASELINE, t in TOWNS[r], s in STARTS[r, t], v in ROOMS[r, t, s]}
            ((if s <> base_start[r] then weight_move) + (if v <> base_venue[r] then weight_venue)
                + weight_crew * card(BASE_CREW[r])) * z[r, t, s, v]
        - sum{r in BASELINE, n in NEEDS[r], t in TOWNS[r], s in STARTS[r, t], m in CREW[r, n, t, s] inter BASE_CREW[r]}
            weight_crew * w[m, s, r, n, t];
    printf "\n";
}

end;
