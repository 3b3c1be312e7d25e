// For browsers without Temporal; loaded only by them.
import 'temporal-polyfill/global';
